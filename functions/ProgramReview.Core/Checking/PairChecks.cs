using ProgramReview.Core.Checking.Pair;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
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

    /// <summary>The parts beside whose versions those of a part are looked at; none where the plan leaves the check out.</summary>
    /// <param name="plan">The plan in force.</param>
    /// <param name="assignment">Whose report it is.</param>
    /// <param name="part">The part.</param>
    public static IReadOnlyList<string> Beside(
        PlanLookup plan,
        AssignmentId assignment,
        ReportPart part
    )
    {
        PartKind? other = part.Kind switch
        {
            PartKind.Report => PartKind.Annex,
            PartKind.Annex => PartKind.Report,
            _ => null,
        };
        var said = plan.Plan.Checking ?? CheckingPlan.Unsaid;
        return
            said.WeightOf(FigureDiffersRule.Definition) is not null
            && AnnexDefinition.Of(plan, assignment).Rows.Count > 0
            ?
            [
                .. ReportPart
                    .Of(plan.ReportType(assignment.ReportType))
                    .Where(one => one.Kind == other)
                    .Select(one => one.Code),
            ]
            : [];
    }

    /// <summary>Whether a part is one of a pair that is compared, if the plan has it done at all.</summary>
    internal static bool AppliesTo(CheckScope scope) =>
        scope.Part.Kind is PartKind.Report or PartKind.Annex
        && ReportPart.Of(scope.Plan.ReportType(scope.Assignment.ReportType)) is var parts
        && parts.Any(part => part.Kind == PartKind.Report)
        && parts.Any(part => part.Kind == PartKind.Annex)
        && scope.Annex.Rows.Count > 0;
}
