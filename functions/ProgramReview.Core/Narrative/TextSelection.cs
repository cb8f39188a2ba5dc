using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Narrative;

/// <summary>Which reports are read beside each other, in the order of the plan.</summary>
public static class TextSelection
{
    /// <summary>The sections that all reports but the consolidated one are read by, each once, in the order of the outlines.</summary>
    public static IReadOnlyList<OutlineSection> Sections(PlanLookup plan) =>
        [
            .. plan
                .Plan.ReportTypes.Where(type => HasText(plan, type))
                .SelectMany(type => plan.OutlineOf(type.Code))
                .DistinctBy(section => section.Code),
        ];

    /// <summary>The reports that have a section and whose bodies, or one above them, are named so.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="section">The section's code; null for all reports.</param>
    /// <param name="name">Words of a name in any language, as somebody typed them; empty for all.</param>
    public static IReadOnlyList<AssignmentId> Reports(PlanLookup plan, string? section, string name)
    {
        var words = SearchText.WordsOf(name);
        var bodies = words.Count == 0 ? null : Named(plan.Plan.Bodies, words);
        var types = plan
            .Plan.ReportTypes.Where(type =>
                HasText(plan, type)
                && (section is null || type.Outline.Any(one => one.Code == section))
            )
            .Select(type => type.Code)
            .ToHashSet();
        return
        [
            .. plan.Assignments.Where(id =>
                types.Contains(id.ReportType) && bodies?.Contains(id.Body) != false
            ),
        ];
    }

    /// <summary>The part of a report whose text counts, with its file; null where none does.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="row">The report as the index has it.</param>
    public static PartRow? Counting(PlanLookup plan, AssignmentRow row)
    {
        var parts = ReportPart
            .Of(plan.ReportType(row.Assignment.ReportType))
            .Where(ReportText.IsIn)
            .Select(part => part.Code)
            .ToHashSet();
        return row.Parts.FirstOrDefault(part =>
            part.Counting is not null && parts.Contains(part.Code)
        );
    }

    private static bool HasText(PlanLookup plan, ReportType type) =>
        type.Code != plan.Plan.ConsolidatedReport && ReportPart.Of(type).Any(ReportText.IsIn);

    // Parents stand before children.
    private static HashSet<string> Named(IReadOnlyList<Body> bodies, IReadOnlyList<string> words)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var body in bodies)
        {
            if (
                (body.Parent is { } parent && named.Contains(parent))
                || SearchText.Holds(
                    SearchText.Fold($"{body.Name.Vi} {body.Name.En} {body.Name.Hi} {body.Code}"),
                    words
                )
            )
            {
                named.Add(body.Code);
            }
        }
        return named;
    }
}
