namespace ProgramReview.Core.Planning;

/// <summary>Days and hours as people at work in the plan's zone and country live them; the one place that knows working days.</summary>
public sealed class WorkCalendar(TimeZoneInfo zone, IReadOnlyList<Holiday> holidays)
{
    private static readonly TimeOnly Morning = new(7, 0);
    private static readonly TimeOnly Evening = new(20, 0);
    private static readonly TimeOnly OfficeOpens = new(9, 0);
    private static readonly TimeOnly OfficeCloses = new(17, 0);

    /// <summary>The calendar of a plan whose zone is known.</summary>
    public static WorkCalendar Of(Plan plan) =>
        new(
            TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone),
            (plan.Country is { } country ? PublicHolidays.Of(country) : null) ?? []
        );

    /// <summary>The instant in the plan's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>Whether people sleep: before seven in the morning, from eight in the evening on.</summary>
    public bool IsNight(DateTimeOffset instant)
    {
        var time = TimeOnly.FromDateTime(Local(instant).DateTime);
        return time < Morning || time >= Evening;
    }

    /// <summary>Whether it is a Saturday or a Sunday.</summary>
    public bool IsWeekend(DateTimeOffset instant) => IsWeekend(Day(instant));

    /// <summary>The public holiday of that day, or null.</summary>
    public Holiday? HolidayOn(DateTimeOffset instant) => HolidayOn(Day(instant));

    /// <summary>Whether a whole working day, from nine to five, lies within.</summary>
    public bool HoldsWorkingDay(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (Local(from).DateTime, Local(to).DateTime);
        for (
            var day = DateOnly.FromDateTime(first);
            day.ToDateTime(OfficeCloses) <= last;
            day = day.AddDays(1)
        )
        {
            if (day.ToDateTime(OfficeOpens) >= first && !IsWeekend(day) && HolidayOn(day) is null)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// The instant moved into office hours: of its day, or of the next working day. Later in the day stays later in the office.
    /// </summary>
    public DateTimeOffset AtWork(DateTimeOffset instant)
    {
        var local = Local(instant).DateTime;
        var day = DateOnly.FromDateTime(local);
        while (IsWeekend(day) || HolidayOn(day) is not null)
        {
            day = day.AddDays(1);
        }
        var office = (OfficeCloses - OfficeOpens) * (local.TimeOfDay / TimeSpan.FromDays(1));
        var at = day.ToDateTime(OfficeOpens).AddSeconds(Math.Floor(office.TotalSeconds));
        return new DateTimeOffset(at, zone.GetUtcOffset(at)).ToOffset(instant.Offset);
    }

    private DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    private static bool IsWeekend(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private Holiday? HolidayOn(DateOnly day) =>
        holidays.FirstOrDefault(holiday => holiday.First <= day && day <= holiday.Last);
}
