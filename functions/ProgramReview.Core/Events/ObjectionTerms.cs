namespace ProgramReview.Core.Events;

/// <summary>What must be before something counts that operations did for the seats of approvers.</summary>
/// <param name="Concerned">Who must have been told, by person id; the approvers of the plan at their addresses there.</param>
/// <param name="Hours">For how many hours from then on they may object.</param>
/// <param name="Account">Under which name the operator was signed in; somebody else confirms.</param>
/// <param name="By">The operator.</param>
/// <param name="Reason">Why, and how they know.</param>
public sealed record ObjectionTerms(
    IReadOnlyList<string> Concerned,
    int Hours,
    string Account,
    string By,
    string Reason
);
