namespace ProgramReview.Local.Host.Time;

/// <summary>The timers that ring by the product's clock, whatever becomes of its speed.</summary>
internal sealed partial class SegmentedClock
{
    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = Open(callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>A timer that is not set yet.</summary>
    public SegmentedTimer CreateAlarm(Action ring) => Open(_ => ring(), null);

    /// <summary>Ends when the clock has reached a product instant.</summary>
    public async Task ReachAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var alarm = CreateAlarm(() => reached.TrySetResult());
        alarm.RingAt(instant);
        await reached.Task.WaitAsync(cancellation);
    }

    private SegmentedTimer Open(TimerCallback callback, object? state)
    {
        var timer = new SegmentedTimer(this, wall, callback, state);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    internal void Forget(SegmentedTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }
}
