using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Approving;

/// <summary>What came with a form to show that it is the approver who acts. It is judged by the cycle as it is when the act is written.</summary>
/// <param name="Refuse">Why it does not show that, or null. May run several times.</param>
public sealed record StepProof(Func<CycleState, DateTimeOffset, Refusal?> Refuse)
{
    /// <summary>Of whose access code a wrong one is counted: the person id; null for a step that counts nothing.</summary>
    public string? CountedFor { get; init; }
}
