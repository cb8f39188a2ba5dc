namespace ProgramReview.Local.Engine;

/// <summary>A clock that stands still until it is told to go forward.</summary>
public sealed class VirtualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> _timers = new();
    private long _now;
    private long _order;

    /// <summary>Stands at the given instant.</summary>
    public VirtualClock(DateTimeOffset start)
    {
        _now = start.UtcTicks;
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _now);

    /// <summary>Goes forward; what was waiting for a time on the way happens at that time.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant, GetUtcNow());
        while (TakeDue(instant.UtcTicks) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private VirtualTimer? TakeDue(long until)
    {
        lock (_gate)
        {
            while (_timers.TryPeek(out var timer, out var key) && key.Due <= until)
            {
                _timers.Dequeue();
                if (timer.IsArmedFor(key.Order))
                {
                    Interlocked.Exchange(ref _now, Math.Max(_now, key.Due));
                    return timer;
                }
            }

            Interlocked.Exchange(ref _now, until);
            return null;
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, Action callback) : ITimer
    {
        private TimeSpan _period;
        private long _armed = -1;

        public bool IsArmedFor(long order) => _armed == order;

        public void Fire()
        {
            Arm(_period);
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            Arm(dueTime);
            return true;
        }

        public void Dispose() => Arm(Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Arm(TimeSpan delay)
        {
            lock (clock._gate)
            {
                _armed = delay == Timeout.InfiniteTimeSpan ? -1 : clock._order++;
                if (_armed >= 0)
                {
                    clock._timers.Enqueue(this, (clock._now + delay.Ticks, _armed));
                }
            }
        }
    }
}
