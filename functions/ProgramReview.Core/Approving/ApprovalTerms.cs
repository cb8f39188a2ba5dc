using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Approving;

/// <summary>The terms one approval round runs under, fixed when its process starts.</summary>
/// <param name="Round">From 1.</param>
/// <param name="DossierHash">The dossier it is about.</param>
/// <param name="Closes">From then on it is expired.</param>
/// <param name="Reminders">When approvers who have not decided are reminded, ascending.</param>
public sealed record ApprovalTerms(
    int Round,
    string DossierHash,
    Deadline Closes,
    IReadOnlyList<DateTimeOffset> Reminders
);
