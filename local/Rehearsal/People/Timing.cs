using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>Chooses the instants at which people act: whole seconds, always before the window ends.</summary>
/// <param name="calendar">Working days and hours.</param>
/// <param name="officeHours">Whether people act in office hours, where the window leaves room for it.</param>
/// <param name="within">If set, everything is done so shortly before the end instead.</param>
internal sealed class Timing(WorkCalendar calendar, bool officeHours, TimeSpan? within)
{
    public DateTimeOffset Choose(
        Chance chance,
        Stretch stretch,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        var at =
            within is { } last && last < to - from
                ? to - (last * chance.Next())
                : from + ((to - from) * chance.In(stretch));
        var whole = Whole(at);
        var early = whole < to ? whole : whole.AddSeconds(-1);
        if (!officeHours)
        {
            return early;
        }
        var working = calendar.AtWork(early);
        if (working <= from)
        {
            working = calendar.AtWork(early.AddDays(1));
        }
        return working > from && working < to ? working : early;
    }

    /// <summary>The instant without its fraction of a second.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) =>
        at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
