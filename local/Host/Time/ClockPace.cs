namespace ProgramReview.Local.Host.Time;

/// <summary>
/// Keeps a sped-up clock from running away from the work: it does not pass an instant at which something is due before that has been done, and
/// stands while anything is at work. So the machine's speed decides how long a cycle takes, and never how it ends.
/// </summary>
internal sealed class ClockPace : IDisposable
{
    // Timers of the engine come at whole milliseconds: at the instant itself theirs could not ring.
    private const long Grain = TimeSpan.TicksPerMillisecond;

    private readonly Lock gate = new();
    private readonly SegmentedClock clock;
    private readonly SegmentedTimer arrival;
    private readonly WaitingTimes waiting;
    private readonly List<string> inHand = [];
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationToken stopping;
    private IReadOnlyList<IWork> work = [];
    private IReadOnlyList<ILook> places = [];
    private (IWork But, TaskCompletionSource Ends)? quiet;
    private long changes;
    private bool isLooking;
    private bool isStarted;

    public ClockPace(SegmentedClock clock, TimeProvider wall)
    {
        (this.clock, waiting, stopping) = (clock, new WaitingTimes(wall), stop.Token);
        arrival = clock.CreateAlarm(() =>
        {
            Arrived();
            Reconsider();
        });
        clock.Steered = Reconsider;
    }

    /// <summary>Hears that the clock has come to where something is due: who set a timer while it ran may have set it a little later.</summary>
    public Action Arrived { get; set; } = () => { };

    /// <summary>What the clock waits for now.</summary>
    public string WaitsFor
    {
        get
        {
            lock (gate)
            {
                return waiting.Now;
            }
        }
    }

    /// <summary>How much of the wall's time the clock has waited for what, the longest first.</summary>
    public IReadOnlyList<KeyValuePair<string, TimeSpan>> Waited
    {
        get
        {
            lock (gate)
            {
                return waiting.Sum();
            }
        }
    }

    /// <summary>From now on the clock may run as far as the work allows.</summary>
    public void Start(IEnumerable<IWork> sources, IEnumerable<ILook> lookedAt)
    {
        lock (gate)
        {
            (work, places, isStarted) = ([.. work, .. sources], [.. lookedAt], true);
        }

        Reconsider();
    }

    /// <summary>The clock waits for one more source of work, until that is disposed.</summary>
    public IDisposable With(IWork source) =>
        Between(() => work = [.. work, source], () => work = [.. work.Where(one => one != source)]);

    /// <summary>The clock stands until this piece of work is disposed.</summary>
    public IDisposable Begin(string name) =>
        Between(() => inHand.Add(name), () => inHand.Remove(name));

    /// <summary>Ends when nothing but one source has anything to do at this instant.</summary>
    public Task QuietAsync(IWork but)
    {
        var ends = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            quiet = (but, ends);
        }

        Reconsider();
        return ends.Task;
    }

    /// <summary>Looks again at what is due; called whenever that may have changed.</summary>
    public void Reconsider()
    {
        lock (gate)
        {
            changes++;
            var now = clock.GetUtcNow();
            if (quiet is var (but, ends) && Next(but).Due > now)
            {
                quiet = null;
                ends.SetResult();
            }

            var (due, name) = Next();
            if (stopping.IsCancellationRequested || !clock.IsSpedUp)
            {
                waiting.Next("nobody");
            }
            else if (due <= now)
            {
                waiting.Next(name);
                clock.LetRunTo(now);
            }
            else if (!isLooking)
            {
                waiting.Next("a look for messages");
                clock.LetRunTo(now);
                isLooking = true;
                _ = LookAsync();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        clock.Steered = () => { };
        arrival.Dispose();
        stop.Cancel();
        stop.Dispose();
    }

    private Ending Between(Action begin, Action end)
    {
        Change(begin);
        return new Ending(() => Change(end));
    }

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
        }

        Reconsider();
    }

    // Whoever was at work may have left work where it has to be looked for; only a look beside which nothing happened shows that there is none.
    private async Task LookAsync()
    {
        try
        {
            while (true)
            {
                var seen = Interlocked.Read(ref changes);
                var isEmpty = true;
                foreach (var place in places)
                {
                    isEmpty &= await place.IsEmptyAsync(stopping).ConfigureAwait(false);
                }

                lock (gate)
                {
                    var (due, name) = Next();
                    var isDue = due <= clock.GetUtcNow();
                    isLooking = !isDue && !(isEmpty && seen == changes);
                    if (isDue)
                    {
                        // Whoever is at work tells when that is over.
                        waiting.Next(name);
                    }
                    else if (!isLooking)
                    {
                        waiting.Next("time itself");
                        LetRunTo(due);
                    }

                    if (!isLooking)
                    {
                        return;
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops; its clock goes no further.
        }
    }

    private void LetRunTo(DateTimeOffset due)
    {
        if (due == DateTimeOffset.MaxValue)
        {
            clock.LetRunTo(null);
            return;
        }

        var whole = due.AddTicks((Grain - (due.Ticks % Grain)) % Grain);
        clock.LetRunTo(whole);
        arrival.RingAt(whole);
    }

    private (DateTimeOffset Due, string Name) Next(IWork? but = null)
    {
        if (!isStarted || inHand.Count > 0)
        {
            return (DateTimeOffset.MinValue, inHand.FirstOrDefault() ?? "the start");
        }

        var (due, name) = (DateTimeOffset.MaxValue, "nothing");
        foreach (var source in work)
        {
            if (source != but && source.NextWork is { } next && next < due)
            {
                (due, name) = (next, source.Name);
            }
        }

        return (due, name);
    }

    private sealed class Ending(Action end) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
            {
                end();
            }
        }
    }
}
