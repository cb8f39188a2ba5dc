using System.Globalization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Instants in words: the reader's language, the plan's zone with its name, and the distance from now.</summary>
public static class InstantText
{
    private static readonly int[] WinterAndSummer = [1, 7];

    private const string Exactly = "HH:mm:ss";

    /// <summary>Day, time and zone, for example "Fri 27 Sep 2024, 16:02 (Hanoi time, UTC+7)"; seconds where they are not zero.</summary>
    public static string Full(PageContext context, DateTimeOffset instant) =>
        Full(context, Local(context, instant), ClockOf(Local(context, instant)));

    /// <summary>Day, time to the second, and zone: for what is decided by a second.</summary>
    public static string FullExact(PageContext context, DateTimeOffset instant) =>
        Full(context, Local(context, instant), Exactly);

    /// <summary>Day, time and zone of a deadline.</summary>
    public static string Full(PageContext context, Deadline deadline)
    {
        var (day, clock, local) = Limit(context, deadline);
        return Full(context, day, clock, Zone(context, local));
    }

    /// <summary>Day and time only, for tables below a line that names the zone.</summary>
    public static string Brief(PageContext context, DateTimeOffset instant) =>
        Brief(context, Local(context, instant), ClockOf(Local(context, instant)));

    /// <summary>Day and time to the millisecond, for tables in which seconds decide.</summary>
    public static string Exact(PageContext context, DateTimeOffset instant) =>
        Brief(context, Local(context, instant), "HH:mm:ss.fff");

    /// <summary>Day and time of a deadline only.</summary>
    public static string Brief(PageContext context, Deadline deadline)
    {
        var (day, clock, _) = Limit(context, deadline);
        return Brief(context, day, clock);
    }

    /// <summary>A calendar day without its weekday, for example "27 Sep 2024".</summary>
    public static string Day(Language language, DateOnly day) =>
        Text.Get(language, "moment.day", day.Day, Text.Get(language, Month(day.Month)), day.Year);

    /// <summary>A calendar day with its weekday, for example "Fri 27 Sep 2024".</summary>
    public static string Weekday(Language language, DateOnly day) =>
        Text.Get(
            language,
            "moment.weekday",
            Text.Get(language, $"weekday.{(int)day.DayOfWeek}"),
            Day(language, day)
        );

    /// <summary>How far an instant lies from now, in one unit: "in 3 days", "2 hours ago".</summary>
    public static string Relative(PageContext context, DateTimeOffset instant) =>
        Relative(context.Language, instant - context.Now);

    /// <summary>How far a deadline lies from now.</summary>
    public static string Relative(PageContext context, Deadline deadline) =>
        Relative(context.Language, deadline.Remaining(context.Now));

    /// <summary>Whole seconds from now to a deadline, for a script that counts down.</summary>
    public static string SecondsTo(PageContext context, Deadline deadline) =>
        deadline.Remaining(context.Now).TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>The round-trip text for the <c>datetime</c> attribute.</summary>
    public static string Machine(PageContext context, DateTimeOffset instant) =>
        Local(context, instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The zone's name and distance from UTC, for example "Hanoi time, UTC+7".</summary>
    public static string Zone(PageContext context)
    {
        var here = Local(context, context.Now);
        if (context.Plan is not { } plan)
        {
            return Zone(context, here);
        }
        // Where clocks change within the year, one offset would be wrong for half the times on the page.
        var offsets = WinterAndSummer
            .Select(month => new DateTimeOffset(here.Year, month, 1, 0, 0, 0, TimeSpan.Zero))
            .Select(instant => Distance(TimeZoneInfo.ConvertTime(instant, plan.Zone).Offset))
            .Distinct();
        return $"{plan.Plan.TimeZoneName.In(context.Language)}, {string.Join("/", offsets)}";
    }

    private static string Relative(Language language, TimeSpan span)
    {
        var length = span.Duration();
        var (unit, count) = length switch
        {
            { TotalHours: >= 48 } => ("days", (int)Math.Floor(length.TotalDays)),
            { TotalMinutes: >= 90 } => ("hours", (int)Math.Floor(length.TotalHours)),
            { TotalMinutes: >= 1 } => ("minutes", (int)Math.Floor(length.TotalMinutes)),
            _ => ("seconds", (int)Math.Floor(length.TotalSeconds)),
        };
        return count == 0
            ? Text.Get(language, "relative.now")
            : Text.Get(
                language,
                span > TimeSpan.Zero ? "relative.ahead" : "relative.ago",
                Text.Count(language, $"span.{unit}", count)
            );
    }

    // What ends at midnight ends at 24:00 of the day before; what begins or happens at midnight does so at 00:00.
    private static (DateTimeOffset Day, string Clock, DateTimeOffset Local) Limit(
        PageContext context,
        Deadline deadline
    )
    {
        var local = deadline.Show(context.Plan?.Zone ?? TimeZoneInfo.Utc);
        return local.TimeOfDay == TimeSpan.Zero
            ? (local.AddDays(-1), "'24:00'", local)
            : (local, ClockOf(local), local);
    }

    // A second that decides is never hidden, and one that does not exist is not shown.
    private static string ClockOf(DateTimeOffset local) => local.Second == 0 ? "HH:mm" : Exactly;

    private static string Full(PageContext context, DateTimeOffset local, string clock) =>
        Full(context, local, clock, Zone(context, local));

    private static string Full(
        PageContext context,
        DateTimeOffset day,
        string clock,
        string zone
    ) =>
        Text.Get(
            context.Language,
            "moment.full",
            Day(context.Language, day),
            day.ToString(clock, CultureInfo.InvariantCulture),
            zone
        );

    private static string Brief(PageContext context, DateTimeOffset day, string clock) =>
        Text.Get(
            context.Language,
            "moment.short",
            DayAndMonth(context.Language, day),
            day.ToString(clock, CultureInfo.InvariantCulture)
        );

    private static DateTimeOffset Local(PageContext context, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, context.Plan?.Zone ?? TimeZoneInfo.Utc);

    private static string Day(Language language, DateTimeOffset local) =>
        Weekday(language, DateOnly.FromDateTime(local.DateTime));

    private static string DayAndMonth(Language language, DateTimeOffset local) =>
        Text.Get(language, "moment.day-month", local.Day, Text.Get(language, Month(local.Month)));

    private static string Month(int month) => FormattableString.Invariant($"month.{month}");

    private static string Zone(PageContext context, DateTimeOffset local) =>
        context.Plan is { } plan
            ? $"{plan.Plan.TimeZoneName.In(context.Language)}, {Distance(local.Offset)}"
            : Distance(local.Offset);

    private static string Distance(TimeSpan offset)
    {
        var hours = offset.ToString(
            offset.Minutes == 0 ? "%h" : "h\\:mm",
            CultureInfo.InvariantCulture
        );
        var sign = offset < TimeSpan.Zero ? "\u2212" : "+";
        return offset == TimeSpan.Zero ? "UTC" : $"UTC{sign}{hours}";
    }
}
