namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Turns reminders, which count back from the due instant, into instants.</summary>
internal sealed class ReminderReader(FaultLog log, Times times, DateTimeOffset due)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The instants in the order of the file.</summary>
    public IReadOnlyList<DateTimeOffset> Read(Fields reportType) =>
        [
            .. reportType
                .Items(
                    "reminders",
                    required: false,
                    (value, path) => Fields.Of(value, path, log, Reminder)
                )
                .Select(reminder => reminder.Value),
        ];

    private Boxed<DateTimeOffset> Reminder(Fields fields)
    {
        var before = fields.Required<TimeSpan>("before", times.Length);
        var at = fields.Optional<TimeOnly>("at", times.OfDay);
        // An unreadable due has its own fault, and nothing can be counted back from it.
        if (due == default)
        {
            return new Boxed<DateTimeOffset>(due);
        }

        return new Boxed<DateTimeOffset>(at is null ? due - before : At(fields, before, at.Value));
    }

    private DateTimeOffset At(Fields fields, TimeSpan before, TimeOnly time)
    {
        if (before.Ticks % Day.Ticks != 0)
        {
            log.Add(
                fields.LineOf("before"),
                fields.At("before"),
                "A reminder at a time of day counts back whole days",
                "Write days, for example 7d, or leave 'at' out"
            );
        }

        var day = DateOnly
            .FromDateTime(TimeZoneInfo.ConvertTime(due, times.Zone).DateTime)
            .AddDays(-before.Days);
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, times.Zone.GetUtcOffset(local));
    }
}
