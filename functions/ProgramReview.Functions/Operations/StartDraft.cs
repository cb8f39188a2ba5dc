using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>The form that starts a cycle as somebody filled it in, and why it did not.</summary>
/// <param name="Plan">The shipped plan's name, or empty.</param>
/// <param name="By">Who decided, if it is not the one who is signed in; may be empty.</param>
/// <param name="Reason">Why.</param>
public sealed record StartDraft(string Plan = "", string By = "", string Reason = "")
{
    /// <summary>Why nothing was started, or null.</summary>
    public StartProblem? Problem { get; init; }

    /// <summary>Every fault of the plan.</summary>
    public IReadOnlyList<PlanFault> Faults { get; init; } = [];

    /// <summary>The cycle that is running already, or null.</summary>
    public string? AlreadyRunning { get; init; }
}
