using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Publishing;

/// <summary>One approver's line in the dossier: the role and the answer, never an address.</summary>
/// <param name="Role">The role's name.</param>
/// <param name="Verdict">The answer, or null if none was given.</param>
/// <param name="At">When it was recorded.</param>
public sealed record DossierDecision(
    LocalizedText Role,
    DecisionVerdict? Verdict,
    DateTimeOffset? At
)
{
    /// <summary>Who answered in the approver's place; null if the approver did.</summary>
    public LocalizedText? By { get; init; }

    /// <summary>Whether it was given in a session and recorded by operations.</summary>
    public bool IsOfSession { get; init; }
}
