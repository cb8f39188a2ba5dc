namespace ProgramReview.Core.Approving;

/// <summary>One step of a round's process.</summary>
/// <param name="Progress">What will have been done once the effects are carried out.</param>
/// <param name="Effects">What to do, in order.</param>
/// <param name="WakeAt">When to look again if nobody rings; null if the round has ended.</param>
public sealed record ApprovalStep(
    ApprovalProgress Progress,
    IReadOnlyList<ApprovalEffect> Effects,
    DateTimeOffset? WakeAt
);
