namespace ProgramReview.Local.Host.Time;

/// <summary>The product's clock on one machine: it can be sped up, paused and set forward, and goes on where it stopped.</summary>
internal sealed class SegmentedClock : TimeProvider, IDisposable
{
    /// <summary>How far ahead the store is told that the clock may have been read.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly HashSet<SegmentedTimer> timers = [];
    private readonly TimeProvider wall;
    private readonly IClockStore store;
    private readonly ITimer renewal;
    private Timeline timeline;
    private double speed;
    private bool paused;
    private bool closed;
    private DateTimeOffset lastWall;
    private DateTimeOffset runsUntil;

    private SegmentedClock(
        TimeProvider wall,
        IClockStore store,
        Timeline timeline,
        double speed,
        bool paused
    )
    {
        (this.wall, this.store, this.timeline, this.speed, this.paused) = (
            wall,
            store,
            timeline,
            speed,
            paused
        );
        lastWall = timeline.Current.Wall;
        Save();
        renewal = wall.CreateTimer(_ => Renew(), null, Lease / 2, Lease / 2);
    }

    /// <summary>Product seconds in a wall second while the clock runs.</summary>
    public double Speed => Guarded(() => speed);

    /// <summary>Whether the clock stands still.</summary>
    public bool IsPaused => Guarded(() => paused);

    /// <summary>The whole run so far.</summary>
    public Timeline Timeline => Guarded(() => timeline);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Opens the clock of the store, or a new one; the time during which no host ran does not count.</summary>
    /// <param name="wall">The machine's clock.</param>
    /// <param name="store">Where the clock is kept.</param>
    /// <param name="start">Where a new clock begins.</param>
    /// <param name="speed">The speed, or nothing to keep the one before (1 for a new clock).</param>
    public static SegmentedClock Open(
        TimeProvider wall,
        IClockStore store,
        DateTimeOffset start,
        double? speed = null
    )
    {
        var now = wall.GetUtcNow();
        if (store.Load() is not { } kept)
        {
            var first = Timeline.Of([new ClockSegment(now, start, speed ?? 1)]);
            return new SegmentedClock(wall, store, first, speed ?? 1, paused: false);
        }

        var timeline = Timeline.Of(kept.Segments);
        var stopped = Later(kept.RunsUntil, timeline.Current.Wall);
        var product = timeline.ToProduct(stopped);
        var goesOn = Later(now, stopped);
        var running = speed ?? kept.Speed;
        timeline = timeline
            .Then(new ClockSegment(stopped, product, 0))
            .Then(new ClockSegment(goesOn, product, kept.Paused ? 0 : running));
        return new SegmentedClock(wall, store, timeline, running, kept.Paused);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Guarded(() => timeline.ToProduct(WallNow()));

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Lets the clock run, at the given speed or the last one.</summary>
    public void Run(double? newSpeed = null)
    {
        if (newSpeed is <= 0 or > 10_000_000 or double.NaN)
        {
            throw new ArgumentOutOfRangeException(
                nameof(newSpeed),
                newSpeed,
                "A speed is above 0 and at most 10,000,000."
            );
        }

        Change(now =>
        {
            (speed, paused) = (newSpeed ?? speed, false);
            return timeline.ToProduct(now);
        });
    }

    /// <summary>Chooses a speed without ending a pause.</summary>
    public void SetSpeed(double newSpeed)
    {
        var wasPaused = IsPaused;
        Run(newSpeed);
        if (wasPaused)
        {
            Pause();
        }
    }

    /// <summary>Stops product time until it is let run again.</summary>
    public void Pause() =>
        Change(now =>
        {
            paused = true;
            return timeline.ToProduct(now);
        });

    /// <summary>Sets the clock forward; an instant already past changes nothing.</summary>
    public void JumpTo(DateTimeOffset product) =>
        Change(now => Later(product, timeline.ToProduct(now)));

    /// <summary>The product instant that belonged to a wall instant.</summary>
    public DateTimeOffset ToProduct(DateTimeOffset instant) => Timeline.ToProduct(instant);

    /// <summary>The first wall instant at which a product instant is reached as the clock goes now; nothing while a pause comes before.</summary>
    public DateTimeOffset? ToWall(DateTimeOffset product) => Timeline.ToWall(product);

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SegmentedTimer(this, wall, callback, state);
        lock (gate)
        {
            timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Stops the clock for this run: its last instant is kept, and no timer fires any more.</summary>
    public void Dispose()
    {
        SegmentedTimer[] open;
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            runsUntil = WallNow();
            closed = true;
            store.Save(new ClockState(timeline.Segments, speed, paused, runsUntil));
            open = [.. timers];
        }

        renewal.Dispose();
        foreach (var timer in open)
        {
            timer.Dispose();
        }
    }

    internal void Forget(SegmentedTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) =>
        one > other ? one : other;

    private T Guarded<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    /// <summary>The wall instant, never going back; reading beyond what the store knows tells the store first.</summary>
    private DateTimeOffset WallNow()
    {
        if (closed)
        {
            return runsUntil;
        }

        lastWall = Later(wall.GetUtcNow(), lastWall);
        if (lastWall > runsUntil)
        {
            Save();
        }

        return lastWall;
    }

    private void Change(Func<DateTimeOffset, DateTimeOffset> product)
    {
        SegmentedTimer[] open;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            var now = WallNow();
            var instant = product(now);
            timeline = timeline.Then(new ClockSegment(now, instant, paused ? 0 : speed));
            Save();
            open = [.. timers];
        }

        foreach (var timer in open)
        {
            timer.Arm();
        }
    }

    private void Renew()
    {
        lock (gate)
        {
            if (!closed)
            {
                lastWall = Later(wall.GetUtcNow(), lastWall);
                Save();
            }
        }
    }

    private void Save()
    {
        runsUntil = lastWall + Lease;
        store.Save(new ClockState(timeline.Segments, speed, paused, runsUntil));
    }
}
