using System.Globalization;
using System.Runtime.InteropServices;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>
/// Decides what goes wrong: each seed has its own likelihoods, many of them nothing, so that rare combinations are not drowned by common ones. From an
/// instant on nothing goes wrong any more, so that progress can be demanded.
/// </summary>
internal sealed class FaultInjection
{
    // More would not show more.
    private const int Most = 60;

    // One less than the tries of an activity, in the time that these take: that storage is away for longer, people have to see and to mend.
    private const int MostFailures = 12;
    private static readonly TimeSpan Together = TimeSpan.FromHours(3);

    private readonly Dice dice;
    private readonly TimeProvider clock;
    private readonly IReadOnlySet<string> without;
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);
    private readonly double[] likelihoods;
    private readonly List<string> struck = [];
    private readonly Queue<DateTimeOffset> failures = new();

    public FaultInjection(
        Dice dice,
        TimeProvider clock,
        DateTimeOffset calm,
        IReadOnlySet<string> without
    )
    {
        (this.dice, this.clock, this.without, Calm) = (dice, clock, without, calm);
        likelihoods =
        [
            .. Enum.GetValues<Fault>()
                .Select(fault =>
                    dice.One($"likelihood of {fault}", 0, 0, 0.004, 0.02, 0.08) * Weight(fault)
                ),
        ];
    }

    /// <summary>From then on nothing goes wrong.</summary>
    public DateTimeOffset Calm { get; }

    /// <summary>Everything that went wrong, by name and in order.</summary>
    public IReadOnlyList<string> Struck => struck;

    /// <summary>Called with the name of whatever goes wrong.</summary>
    public Action<string> Noted { get; init; } = _ => { };

    /// <summary>What goes wrong with this call, of the kinds that can; null if nothing.</summary>
    /// <param name="where">Names the call by what it is about; no lot-drawn name in it, since those differ from run to run.</param>
    /// <param name="kinds">What can go wrong here.</param>
    public Fault? At(string where, params ReadOnlySpan<Fault> kinds)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(asked, where, out _);
        count++;
        if (clock.GetUtcNow() >= Calm || struck.Count >= Most)
        {
            return null;
        }
        var rolled = dice.Of(where, count);
        foreach (var kind in kinds)
        {
            rolled -= likelihoods[(int)kind];
            if (rolled < 0)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{kind}: {where} #{count}");
                if (
                    without.Contains(name)
                    || without.Contains(kind.ToString())
                    || IsOneTooMany(kind)
                )
                {
                    return null;
                }
                struck.Add(name);
                Noted(name);
                return kind;
            }
        }
        return null;
    }

    /// <summary>How long something slow takes: mostly seconds, sometimes minutes.</summary>
    public TimeSpan Slowness(string where) =>
        dice.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(3), where, struck.Count);

    /// <summary>How late something late is: minutes, hours, now and then two days.</summary>
    public TimeSpan Lateness(string where) =>
        dice.One($"scale of {where}", 0.02, 1, 1, 48)
        * dice.Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), where, struck.Count);

    private bool IsOneTooMany(Fault kind)
    {
        if (kind is not (Fault.Fails or Fault.HalfDone))
        {
            return false;
        }
        var now = clock.GetUtcNow();
        while (failures.TryPeek(out var first) && now - first > Together)
        {
            failures.Dequeue();
        }
        if (failures.Count == MostFailures)
        {
            return true;
        }
        failures.Enqueue(now);
        return false;
    }

    // A crash rebuilds everything and so costs most; what happens at few places must be likelier there.
    private static double Weight(Fault fault) =>
        fault switch
        {
            Fault.DiesBefore or Fault.DiesAfter => 0.15,
            Fault.Slow => 0.3,
            Fault.Lost or Fault.Late or Fault.Doubled => 2,
            Fault.Refused => 0.7,
            Fault.Sleeps => 1,
            Fault.Deployed => 0.3,
            Fault.Ended or Fault.Purged => 0.3,
            Fault.CutIn => 1.5,
            _ => 0.6,
        };
}
