using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.Audit;

/// <summary>A dossier that is made again.</summary>
/// <param name="Root">Its root.</param>
/// <param name="Plan">The plan that it is of.</param>
/// <param name="Reports">What it says of each report.</param>
internal sealed record CheckedDossier(
    Dossier Root,
    PlanLookup Plan,
    Dictionary<AssignmentId, DossierReport> Reports
)
{
    /// <summary>How each assignment stood, as its chain says.</summary>
    public Dictionary<AssignmentId, AssignmentRow> Rows { get; } = [];

    /// <summary>The figures of an assignment.</summary>
    /// <param name="annexes">What was read, by the names of files.</param>
    public Func<AssignmentId, ReportFigures> FiguresOf(Dictionary<string, AnnexFacts?> annexes) =>
        id =>
            AnnexFigures.Of(
                Plan,
                Rows[id],
                AnnexFigures.CountingOf(Plan, Rows[id]) is { } counting
                    ? annexes.GetValueOrDefault(counting.BlobName)
                    : null
            );
}
