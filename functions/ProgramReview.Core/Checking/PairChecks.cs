using ProgramReview.Core.Checking.Pair;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>Compares the text of a report with its data annex: what is found is a fact about the two versions together.</summary>
public static class PairChecks
{
    /// <summary>All findings about a pair; places are those in the report, with the cell of the annex.</summary>
    /// <param name="report">The report's file.</param>
    /// <param name="annex">The annex of the same assignment.</param>
    public static IReadOnlyList<Finding> Run(CheckSubject report, CheckSubject annex)
    {
        var said = report.Plan.Plan.Checking ?? CheckingPlan.Unsaid;
        return
            said.WeightOf(FigureDiffersRule.Definition) is { } severity
            && new ReadFile(report).Text is { IsThere: true } text
            && new ReadFile(annex).Figures is { } figures
            ?
            [
                .. FigureDiffersRule
                    .Check(text, figures)
                    .Select(finding => finding with { Severity = severity }),
            ]
            : [];
    }

    /// <summary>Whether a part is one of a pair that is compared.</summary>
    internal static bool AppliesTo(CheckScope scope) =>
        scope.Part.Kind is PartKind.Report or PartKind.Annex
        && ReportPart.Of(scope.Plan.ReportType(scope.Assignment.ReportType)) is var parts
        && parts.Any(part => part.Kind == PartKind.Report)
        && parts.Any(part => part.Kind == PartKind.Annex)
        && AnnexDefinition.Of(scope.Plan, scope.Assignment).Rows.Count > 0;
}
