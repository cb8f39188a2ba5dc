using static ProgramReview.Local.Rehearsal.Reporting.Sheet.Html;

namespace ProgramReview.Local.Rehearsal.Reporting.Sheet;

/// <summary>Everything that happens, in order.</summary>
internal static class TimelinePart
{
    private const int MostItems = 3000;

    public static string Draw(RehearsalReport report) =>
        $"""
            <section aria-labelledby="timeline">
            <h2 id="timeline">Timeline</h2>
            {Fold($"All {N(report.Timeline.Count)} items in order", Table(
                "Timeline",
                ["When", "What", "About", "Who", "Outcome"],
                report.Timeline.Take(MostItems).Select(IReadOnlyList<string> (item) =>
                    [At(item.At), E(item.Kind), E(item.About), E(item.Who), E(item.Outcome)]
                )
            ) + Rest(report.Timeline.Count, MostItems))}</section>
            """;

    /// <summary>What is said where a list is cut.</summary>
    public static string Rest(int count, int shown) =>
        count > shown ? $"<p>And {N(count - shown)} more; the JSON report has them all.</p>\n" : "";
}
