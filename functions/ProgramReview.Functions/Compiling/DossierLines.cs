using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>Lists the parts of a dossier as they were when it was compiled, whatever came later: from its manifest alone.</summary>
internal static class DossierLines
{
    /// <summary>A line per part.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="downloadPath">Where the file of an assignment is fetched.</param>
    public static IReadOnlyList<ReportLine> Of(
        PlanLookup plan,
        Dossier dossier,
        Func<AssignmentId, string> downloadPath
    ) =>
        [
            .. dossier.Parts.Select(part => new ReportLine(
                part.Assignment,
                part.Phase,
                part.Due ?? plan.ReportType(part.Assignment.ReportType).Due,
                part.Source,
                part.Source is null ? null : downloadPath(part.Assignment),
                part.Extension,
                part.Exemption,
                part.Rulings
            )),
        ];
}
