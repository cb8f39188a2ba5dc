using System.Globalization;
using static ProgramReview.Local.Rehearsal.Reporting.Sheet.Html;

namespace ProgramReview.Local.Rehearsal.Reporting.Sheet;

/// <summary>How many mails go out on which day, in which hour.</summary>
internal static class MailCalendar
{
    private const int Hours = 24;
    private const int MorningHour = 7;
    private const int EveningHour = 20;

    public static string Draw(RehearsalReport report)
    {
        var hours = report.SentMails.CountBy(mail => (Day(mail.At), mail.At.Hour)).ToDictionary();
        var rows = hours
            .Keys.Select(key => key.Item1)
            .Distinct()
            .Order()
            .Select(
                IReadOnlyList<string> (day) =>
                    [
                        Name(day),
                        N(
                            Enumerable
                                .Range(0, Hours)
                                .Sum(hour => hours.GetValueOrDefault((day, hour)))
                        ),
                        .. Enumerable
                            .Range(0, Hours)
                            .Select(hour => Cell(hours.GetValueOrDefault((day, hour)), hour)),
                    ]
            );
        return $"""
            <section aria-labelledby="calendar">
            <h2 id="calendar">Calendar of mails</h2>
            <p>Days without mail are left out. Hours before 7 and from 20 on are shaded.</p>
            {Table(
                "Mails per day and hour",
                [
                    "Day",
                    "All",
                    .. Enumerable
                        .Range(0, Hours)
                        .Select(hour => hour.ToString("00", CultureInfo.InvariantCulture)),
                ],
                rows,
                "hours"
            )}</section>
            """;
    }

    /// <summary>A day as it stands in tables.</summary>
    public static string Name(DateOnly day) =>
        day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);

    private static string Cell(int count, int hour)
    {
        var isNight = hour is < MorningHour or >= EveningHour;
        return count == 0
            ? (isNight ? "<i class=\"night\"></i>" : "")
            : $"<b{(isNight ? " class=\"night\"" : "")}>{N(count)}</b>";
    }
}
