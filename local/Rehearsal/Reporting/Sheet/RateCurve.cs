using ProgramReview.Functions.Status;
using static ProgramReview.Local.Rehearsal.Reporting.Sheet.Html;

namespace ProgramReview.Local.Rehearsal.Reporting.Sheet;

/// <summary>Reports received over time against those due.</summary>
internal static class RateCurve
{
    public static string Draw(RehearsalReport report)
    {
        var due = report.Stories.Select(story => story.Due).ToList();
        var came = report
            .Stories.Select(story => story.FirstCounted)
            .OfType<DateTimeOffset>()
            .ToList();
        var start = report.Timeline[0].At;
        var end = due.Concat(came).Max().AddDays(1);
        var curve = new Curve(start, end, report.Assignments, 800, 200);
        var summary =
            $"{N(came.Count)} of {N(report.Assignments)} reports received; {N(came.Count(at => at < due.Max()))} before the last due instant";
        return $"""
            <section aria-labelledby="rate">
            <h2 id="rate">Reporting rate</h2>
            <figure>
            <svg viewBox="-6 -10 812 250" role="img" aria-label="{summary}">
            <path class="axis" d="M0 200H800M0 0H800"/>
            <path class="expected" d="{curve.Path(due, end)}"/>
            <path class="actual" d="{curve.Path(came, end)}"/>
            <text x="0" y="230">{Day(start)}</text><text x="800" y="230" text-anchor="end">{Day(
                end
            )}</text><text x="4" y="22">{N(report.Assignments)}</text>
            </svg>
            <figcaption><span class="key key-actual">received</span> <span class="key key-expected">due</span> {summary}.</figcaption>
            </figure>
            {Fold(
                "Received and due by day",
                Table(
                    "Received and due by day",
                    ["Day", "Received", "Due", "Received so far", "Due so far"],
                    Days(came, due)
                )
            )}</section>
            """;
    }

    private static IEnumerable<IReadOnlyList<string>> Days(
        List<DateTimeOffset> came,
        List<DateTimeOffset> due
    )
    {
        // What is due at midnight is due at the end of the day before.
        var received = came.CountBy(DayOf).ToDictionary();
        var owed = due.CountBy(at => DayOf(at.AddSeconds(-1))).ToDictionary();
        var (soFar, dueSoFar) = (0, 0);
        foreach (var day in received.Keys.Union(owed.Keys).Order())
        {
            var (now, dueNow) = (received.GetValueOrDefault(day), owed.GetValueOrDefault(day));
            (soFar, dueSoFar) = (soFar + now, dueSoFar + dueNow);
            yield return [MailCalendar.Name(day), N(now), N(dueNow), N(soFar), N(dueSoFar)];
        }
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);

    private static string Day(DateTimeOffset at) => MailCalendar.Name(DayOf(at));
}
