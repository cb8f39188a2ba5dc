namespace ProgramReview.Local.Host.Time;

/// <summary>The product's clock on one machine: it can be sped up, paused and set forward, and goes on where it stopped.</summary>
internal sealed partial class SegmentedClock : TimeProvider, IDisposable
{
    /// <summary>How far ahead the store is told that the clock may have been read.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    /// <summary>However fast the clock is, what comes by the hour is not left out for longer.</summary>
    private static readonly TimeSpan LongestStride = TimeSpan.FromDays(7);

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
    private readonly bool isPaced;
    private DateTimeOffset? limit;
    private TaskCompletionSource speedChanged = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private SegmentedClock(
        TimeProvider wall,
        IClockStore store,
        Timeline timeline,
        double speed,
        bool paused,
        bool isPaced
    )
    {
        (this.wall, this.store, this.timeline, this.speed, this.paused, this.isPaced) = (
            wall,
            store,
            timeline,
            speed,
            paused,
            isPaced
        );
        limit = timeline.Current.Until;
        lastWall = timeline.Current.Wall;
        Save();
        renewal = wall.CreateTimer(_ => Renew(), null, Lease / 2, Lease / 2);
    }

    /// <summary>Product seconds in a wall second while the clock runs.</summary>
    public double Speed => Guarded(() => speed);

    /// <summary>Whether the clock stands still.</summary>
    public bool IsPaused => Guarded(() => paused);

    /// <summary>Whether product time runs faster than the wall's.</summary>
    public bool IsSpedUp => Guarded(() => !paused && speed > 1);

    /// <summary>
    /// While the clock is sped up, how much product time what comes again and again leaves out: that of a wall second, or a week if that is less.
    /// </summary>
    public TimeSpan Stride =>
        Guarded(() =>
            speed > 1
                ? TimeSpan.FromSeconds(Math.Min(speed, LongestStride.TotalSeconds))
                : TimeSpan.Zero
        );

    /// <summary>Ends when another speed is chosen.</summary>
    public Task SpeedChanged => Guarded(() => speedChanged.Task);

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
    /// <param name="isPaced">Whether a clock that is sped up stands still until it is told how far to run.</param>
    public static SegmentedClock Open(
        TimeProvider wall,
        IClockStore store,
        DateTimeOffset start,
        double? speed = null,
        bool isPaced = false
    )
    {
        var now = wall.GetUtcNow();
        DateTimeOffset? Limit(double speed, DateTimeOffset product) =>
            isPaced && speed > 1 ? product : null;
        if (store.Load() is not { } kept)
        {
            var begins = speed ?? 1;
            var first = Timeline.Of([new ClockSegment(now, start, begins, Limit(begins, start))]);
            return new SegmentedClock(wall, store, first, begins, false, isPaced);
        }

        var timeline = Timeline.Of(kept.Segments);
        var stopped = Later(kept.RunsUntil, timeline.Current.Wall);
        var product = timeline.ToProduct(stopped);
        var goesOn = Later(now, stopped);
        var running = speed ?? kept.Speed;
        timeline = timeline
            .Then(new ClockSegment(stopped, product, 0))
            .Then(
                new ClockSegment(
                    goesOn,
                    product,
                    kept.Paused ? 0 : running,
                    Limit(running, product)
                )
            );
        return new SegmentedClock(wall, store, timeline, running, kept.Paused, isPaced);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Guarded(() => timeline.ToProduct(WallNow()));

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Hears that a person has steered the clock.</summary>
    public Action Steered { get; set; } = () => { };

    /// <summary>Lets the clock run, at the given speed or the last one.</summary>
    public void Run(double? newSpeed = null)
    {
        Check(newSpeed);
        Steer(now =>
        {
            (speed, paused) = (newSpeed ?? speed, false);
            return timeline.ToProduct(now);
        });
    }

    /// <summary>Chooses a speed without ending a pause.</summary>
    public void SetSpeed(double newSpeed)
    {
        Check(newSpeed);
        Steer(now =>
        {
            speed = newSpeed;
            return timeline.ToProduct(now);
        });
    }

    /// <summary>Stops product time until it is let run again.</summary>
    public void Pause() =>
        Steer(now =>
        {
            paused = true;
            return timeline.ToProduct(now);
        });

    /// <summary>Sets the clock forward; an instant already past changes nothing.</summary>
    public void JumpTo(DateTimeOffset product) =>
        Steer(now => Later(product, timeline.ToProduct(now)));

    /// <summary>Says how far a clock that is sped up may run by itself; nothing lets it run on.</summary>
    public void LetRunTo(DateTimeOffset? until)
    {
        lock (gate)
        {
            if (closed || until == limit)
            {
                return;
            }
        }

        Change(now =>
        {
            limit = until;
            return timeline.ToProduct(now);
        });
    }

    /// <summary>The product instant that belonged to a wall instant.</summary>
    public DateTimeOffset ToProduct(DateTimeOffset instant) => Timeline.ToProduct(instant);

    /// <summary>The first wall instant at which a product instant is reached as the clock goes now; nothing while a pause comes before.</summary>
    public DateTimeOffset? ToWall(DateTimeOffset product) => Timeline.ToWall(product);

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

    private static void Check(double? speed)
    {
        if (speed is <= 0 or > 10_000_000 or double.NaN)
        {
            throw new ArgumentOutOfRangeException(
                nameof(speed),
                speed,
                "A speed is above 0 and at most 10,000,000."
            );
        }
    }

    /// <summary>What a person asks for; a clock that is paced then stands until it is told again how far to run.</summary>
    private void Steer(Func<DateTimeOffset, DateTimeOffset> product)
    {
        Change(now =>
        {
            var instant = product(now);
            limit = isPaced ? instant : null;
            return instant;
        });
        Steered();
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
            var before = speed;
            var instant = product(now);
            DateTimeOffset? until = speed > 1 && limit is { } end ? Later(end, instant) : null;
            timeline = timeline.Then(new ClockSegment(now, instant, paused ? 0 : speed, until));
            Save();
            open = [.. timers];
            if (speed != before)
            {
                speedChanged.SetResult();
                speedChanged = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
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
