using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>Lists the reports of a dossier as they were when it was compiled, whatever came later: from its manifest alone.</summary>
internal static class DossierLines
{
    /// <summary>A line per report.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="downloadPath">Where the file of a part is fetched.</param>
    public static IReadOnlyList<ReportLine> Of(
        PlanLookup plan,
        Dossier dossier,
        Func<PartId, string> downloadPath
    ) =>
        [
            .. dossier.Reports.Select(report => new ReportLine(
                report.Assignment,
                report.Phase,
                report.Due ?? plan.ReportType(report.Assignment.ReportType).Due,
                report.Deciding,
                PartLine.Of(report.Assignment, report.Parts, downloadPath),
                report.Extension,
                report.Exemption,
                report.Rulings
            )
            {
                Findings = report.Findings,
                Queries = report.Queries,
                Explanations = report.Explanations,
            }),
        ];
}
