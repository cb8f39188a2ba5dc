using ProgramReview.Core.Compiling;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>Draws reports of a dossier as lists show them: from its pieces alone.</summary>
internal static class DossierLines
{
    /// <summary>The line of a report.</summary>
    public static ReportLine Of(OpenDossier dossier, DossierReport report) =>
        new(
            report.Assignment,
            report.Phase,
            report.Due ?? dossier.Plan.ReportType(report.Assignment.ReportType).Due,
            report.Deciding,
            PartLine.Of(report.Assignment, report.Parts, dossier.FindPath),
            report.Extension,
            report.Exemption,
            report.Rulings
        )
        {
            Findings = report.Findings,
            Queries = report.Queries,
            Explanations = report.Explanations,
        };
}
