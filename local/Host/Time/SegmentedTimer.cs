namespace ProgramReview.Local.Host.Time;

/// <summary>A timer due at a product instant, armed anew on the wall clock whenever the product's clock changes.</summary>
internal sealed class SegmentedTimer : ITimer
{
    /// <summary>The longest wait that is asked of the wall's timers at once.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Wall timers may ring a little early; asking again sooner would only spin.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly SegmentedClock clock;
    private readonly TimeProvider wall;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly ITimer inner;
    private DateTimeOffset? due;
    private TimeSpan period;
    private bool disposed;

    public SegmentedTimer(
        SegmentedClock clock,
        TimeProvider wall,
        TimerCallback callback,
        object? state
    )
    {
        (this.clock, this.wall, this.callback, this.state) = (clock, wall, callback, state);
        inner = wall.CreateTimer(
            _ => Ring(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (disposed)
            {
                return false;
            }

            due =
                dueTime < TimeSpan.Zero
                    ? null
                    : now.AddTicks(Math.Min(dueTime.Ticks, (DateTimeOffset.MaxValue - now).Ticks));
            period = newPeriod;
        }

        Arm();
        return true;
    }

    /// <summary>Rings once at a product instant, which no reading of a running clock has made later.</summary>
    public void RingAt(DateTimeOffset instant)
    {
        lock (gate)
        {
            (due, period) = (disposed ? null : instant, Timeout.InfiniteTimeSpan);
        }

        Arm();
    }

    /// <summary>Sets the wall timer to the moment at which the product instant will be reached.</summary>
    public void Arm()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            inner.Change(Wait(), Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            due = null;
        }

        inner.Dispose();
        clock.Forget(this);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private TimeSpan Wait()
    {
        if (due is not { } instant || clock.ToWall(instant) is not { } rings)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var wait = rings - wall.GetUtcNow();
        return wait <= TimeSpan.Zero
            ? TimeSpan.Zero
            : TimeSpan.FromTicks(Math.Clamp(wait.Ticks, Shortest.Ticks, Longest.Ticks));
    }

    private void Ring()
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (disposed || due is not { } instant)
            {
                return;
            }

            if (now < instant)
            {
                inner.Change(Wait(), Timeout.InfiniteTimeSpan);
                return;
            }

            due = period > TimeSpan.Zero ? now + period : null;
            inner.Change(Wait(), Timeout.InfiniteTimeSpan);
        }

        callback(state);
    }
}
