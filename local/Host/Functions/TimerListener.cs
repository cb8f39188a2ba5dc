using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Runs one timer function on the product's clock: never twice at once, and at most once in a wall second.</summary>
internal sealed partial class TimerListener(
    LocalFunction function,
    FunctionInvoker invoker,
    TimerLedger ledger,
    TimeProvider clock,
    TimeProvider wall,
    ILogger<TimerListener> logger
)
{
    /// <summary>A waiting time that timers of every kind accept.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);

    private readonly FunctionTrigger.Timer trigger = (FunctionTrigger.Timer)function.Trigger;
    private long nextTicks;

    /// <summary>The product instant of the next run, when there is one.</summary>
    public DateTimeOffset? NextDue =>
        Interlocked.Read(ref nextTicks) is > 0 and var ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    /// <summary>Waits and runs until asked to stop; a run that has begun is finished.</summary>
    public async Task ListenAsync(CancellationToken stop)
    {
        try
        {
            var next = await StartAsync();
            while (next is { } due)
            {
                Interlocked.Exchange(ref nextTicks, due.UtcTicks);
                await WaitUntilAsync(due, stop);
                var started = wall.GetTimestamp();
                next = await RunAsync(due, isPastDue: false);
                if (LeastPause - wall.GetElapsedTime(started) is { Ticks: > 0 } rest)
                {
                    await Task.Delay(rest, wall, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Log.Stopped(logger, function.Name);
        }
    }

    /// <summary>Makes up for a run missed while no host was there, or runs on startup if told to.</summary>
    private async Task<DateTimeOffset?> StartAsync()
    {
        var now = clock.GetUtcNow();
        if (ledger.Last(function.Name) is not { } last)
        {
            ledger.Remember(function.Name, now);
            last = now;
        }

        var next = trigger.Schedule.Next(last);
        var missed = next <= now;
        return missed || trigger.RunOnStartup ? await RunAsync(now, missed) : next;
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken stop)
    {
        while (due - clock.GetUtcNow() is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stop);
        }
    }

    private async Task<DateTimeOffset?> RunAsync(DateTimeOffset due, bool isPastDue)
    {
        var last = ledger.Last(function.Name) ?? due;
        var now = clock.GetUtcNow();
        var status = new ScheduleStatus
        {
            Last = last.UtcDateTime,
            LastUpdated = last.UtcDateTime,
            Next = (trigger.Schedule.Next(now) ?? due).UtcDateTime,
        };
        try
        {
            await invoker.InvokeAsync(
                function,
                new Dictionary<string, object?>(),
                new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = status },
                _ => Task.CompletedTask,
                CancellationToken.None
            );
        }
#pragma warning disable CA1031 // A failed run is not repeated; the next one comes by its schedule.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, failure, function.Name);
        }

        ledger.Remember(function.Name, now);
        var after = clock.GetUtcNow();
        return trigger.Schedule.Next(after > due ? after : due);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The timer function {Function} failed; its next run comes by its schedule."
        )]
        public static partial void Failed(ILogger logger, Exception failure, string function);

        [LoggerMessage(Level = LogLevel.Debug, Message = "The timer of {Function} has stopped.")]
        public static partial void Stopped(ILogger logger, string function);
    }
}
