using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host.Functions;

/// <summary>
/// Runs one timer function on the product's clock: never twice at once, and at most once in what is a wall second at the clock's speed. That is
/// counted in product time, so that a slow machine runs it as often.
/// </summary>
internal sealed partial class TimerListener(
    LocalFunction function,
    FunctionInvoker invoker,
    TimerLedger ledger,
    SegmentedClock clock,
    ClockPace pace,
    ILogger<TimerListener> logger
) : IWork
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly FunctionTrigger.Timer trigger = (FunctionTrigger.Timer)function.Trigger;
    private readonly Lock gate = new();
    private DateTimeOffset? next = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public string Name => function.Name;

    /// <inheritdoc/>
    public DateTimeOffset? NextWork
    {
        get
        {
            lock (gate)
            {
                return next;
            }
        }
        private set
        {
            lock (gate)
            {
                next = value;
            }
        }
    }

    /// <summary>The product instant of the next run, when there is one.</summary>
    public DateTimeOffset? NextDue =>
        NextWork is { } due && due > DateTimeOffset.MinValue ? due : null;

    /// <summary>Waits and runs until asked to stop; a run that has begun is finished.</summary>
    public async Task ListenAsync(CancellationToken stop)
    {
        try
        {
            var last = await StartAsync();
            while (trigger.Schedule.Next(last) is not null)
            {
                var due = await WaitAsync(last, stop);
                last = await RunAsync(due, isPastDue: false);
            }

            NextWork = null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Log.Stopped(logger, function.Name);
        }
    }

    /// <summary>Makes up for a run missed while no host was there, or runs on startup if told to; the instant from which the next is counted.</summary>
    private async Task<DateTimeOffset> StartAsync()
    {
        var now = clock.GetUtcNow();
        if (ledger.Last(function.Name) is not { } last)
        {
            ledger.Remember(function.Name, now);
            last = now;
        }

        var missed = trigger.Schedule.Next(last) <= now;
        return missed || trigger.RunOnStartup ? await RunAsync(now, missed) : last;
    }

    /// <summary>Waits for the next run; which one that is follows from the clock's speed, and is found anew with every other speed.</summary>
    private async Task<DateTimeOffset> WaitAsync(DateTimeOffset last, CancellationToken stop)
    {
        while (true)
        {
            var speedChanged = clock.SpeedChanged;
            var from = clock.Stride is { Ticks: > 0 } stride ? last + stride - Tick : last;
            var due = trigger.Schedule.Next(from) ?? last;
            NextWork = due;
            if (due <= clock.GetUtcNow())
            {
                return due;
            }

            pace.Reconsider();
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
            await Task.WhenAny(clock.ReachAsync(due, waiting.Token), speedChanged);
            await waiting.CancelAsync();
            stop.ThrowIfCancellationRequested();
        }
    }

    private async Task<DateTimeOffset> RunAsync(DateTimeOffset due, bool isPastDue)
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
        return after > due ? after : due;
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
