using System.Diagnostics.CodeAnalysis;
using ProgramReview.Local.Simulation.Chance;

namespace ProgramReview.Local.Simulation.People;

/// <summary>What is still to be done outside the product, in order of time; what falls on the same instant is in an order of the seed's.</summary>
internal sealed class Diary(Dice dice, IReadOnlySet<string> without)
{
    private readonly PriorityQueue<Errand, (DateTimeOffset At, double Lot, int Order)> errands =
        new();
    private readonly List<string> acts = [];
    private int order;

    /// <summary>The acts of people that stand or stood in it, by name.</summary>
    public IReadOnlyList<string> Acts => acts;

    /// <summary>When the next is due.</summary>
    public DateTimeOffset? Next => errands.TryPeek(out _, out var key) ? key.At : null;

    /// <summary>Puts something in.</summary>
    public void Add(Errand errand)
    {
        if (errand.IsAct)
        {
            if (without.Contains(errand.Name))
            {
                return;
            }
            acts.Add(errand.Name);
        }
        errands.Enqueue(errand, (errand.At, dice.Of(errand.Name), order++));
    }

    /// <summary>Takes the first out if it is due by then.</summary>
    public bool TryTake(DateTimeOffset until, [NotNullWhen(true)] out Errand? errand)
    {
        errand = null;
        return errands.TryPeek(out _, out var key)
            && key.At <= until
            && errands.TryDequeue(out errand, out _);
    }
}
