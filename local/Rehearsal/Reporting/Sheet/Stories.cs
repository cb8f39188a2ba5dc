using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;
using static ProgramReview.Local.Rehearsal.Reporting.Sheet.Html;

namespace ProgramReview.Local.Rehearsal.Reporting.Sheet;

/// <summary>What becomes of each assignment.</summary>
internal static class Stories
{
    private const int MostStories = 500;

    public static string Late(RehearsalReport report)
    {
        var late = report
            .Stories.Where(story => story.Timeliness != TimelinessVerdict.OnTime)
            .ToList();
        return $"""
            <section aria-labelledby="late">
            <h2 id="late">Who would be late</h2>
            {(late.Count == 0 ? "<p>Nobody.</p>" : Table(
                "Assignments that are late or missing",
                ["Body", "Report", "Due", "Received", "State"],
                late.Take(MostStories).Select(IReadOnlyList<string> (story) =>
                    [
                        E(story.Body),
                        E(story.ReportType),
                        At(story.Due),
                        story.FirstCounted is { } at ? $"{At(at)}, {Length(at - story.Due)} late" : "–",
                        State(story.Phase),
                    ]
                )
            ) + TimelinePart.Rest(late.Count, MostStories))}</section>
            """;
    }

    public static string Draw(RehearsalReport report) =>
        $"""
            <section aria-labelledby="stories">
            <h2 id="stories">The states each assignment passes</h2>
            {string.Concat(report.Stories.Take(MostStories).Select(Story))}{TimelinePart.Rest(
                report.Stories.Count,
                MostStories
            )}</section>
            """;

    private static string Story(AssignmentStory story)
    {
        var passed = new List<AssignmentPhase>();
        foreach (var step in story.Steps)
        {
            if (passed.Count == 0 || passed[^1] != step.Phase)
            {
                passed.Add(step.Phase);
            }
        }
        return Fold(
            $"{E(story.Body)}, {E(story.ReportType)}: {string.Join(" → ", passed.Select(State))}",
            Table(
                $"{story.Body}, {story.ReportType}",
                ["When", "What", "State from then on"],
                story.Steps.Select(
                    IReadOnlyList<string> (step) => [At(step.At), E(step.What), State(step.Phase)]
                )
            )
        );
    }

    private static string State(AssignmentPhase phase)
    {
        var kind = phase switch
        {
            AssignmentPhase.OnTime => "ok",
            AssignmentPhase.Late => "warn",
            AssignmentPhase.Missing or AssignmentPhase.Overdue or AssignmentPhase.ToMend => "bad",
            _ => "rest",
        };
        return $"<span class=\"state {kind}\">{E(Text.Word(Language.En, phase))}</span>";
    }
}
