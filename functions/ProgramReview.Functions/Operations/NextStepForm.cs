using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// The form for a person's choice after an expired round. It posts <c>afterRound</c>, <c>step</c>, <c>by</c> and <c>reason</c>.
/// </summary>
/// <param name="Path">Where it posts to.</param>
/// <param name="AfterRound">The round that expired.</param>
/// <param name="Step">What was chosen before, or null.</param>
/// <param name="By">The name entered before.</param>
/// <param name="Reason">The reason entered before.</param>
/// <param name="IsIncomplete">Whether a post lacked a choice, a name or a reason.</param>
public sealed record NextStepForm(
    string Path,
    int AfterRound,
    NextStep? Step = null,
    string By = "",
    string Reason = "",
    bool IsIncomplete = false
);
