using System.Globalization;
using Cronos;
using ProgramReview.Local.Engine.Functions;

namespace ProgramReview.Local.Host.Functions;

/// <summary>When a timer function is due: a cron expression of five or six fields in UTC, or a fixed interval.</summary>
internal sealed class TimerSchedule
{
    private readonly CronExpression? cron;
    private readonly TimeSpan interval;

    private TimerSchedule(CronExpression? cron, TimeSpan interval) =>
        (this.cron, this.interval) = (cron, interval);

    /// <summary>Reads a schedule as the TimerTrigger attribute holds it.</summary>
    public static TimerSchedule Parse(string text)
    {
        if (
            text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval)
        )
        {
            return interval > TimeSpan.Zero
                ? new TimerSchedule(null, interval)
                : throw new FunctionFaultException($"its interval '{text}' is not above zero");
        }

        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        try
        {
            return new TimerSchedule(
                CronExpression.Parse(
                    text,
                    fields == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard
                ),
                default
            );
        }
        catch (CronFormatException broken)
        {
            throw new FunctionFaultException(
                $"its schedule '{text}' is neither a cron expression of 5 or 6 fields nor an interval hh:mm:ss ({broken.Message.TrimEnd('.')})"
            );
        }
    }

    /// <summary>The first due instant after another, or nothing when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) =>
        cron is null ? after + interval : cron.GetNextOccurrence(after, TimeZoneInfo.Utc);
}
