using System.Diagnostics.CodeAnalysis;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>What is still to be done, in order of time; what falls on the same instant in order of its lot, then of its coming.</summary>
public sealed class Agenda<T>
    where T : class
{
    private readonly PriorityQueue<T, (DateTimeOffset At, double Lot, int Order)> items = new();
    private int order;

    /// <summary>When the next is due.</summary>
    public DateTimeOffset? Next => items.TryPeek(out _, out var key) ? key.At : null;

    /// <summary>Puts something in.</summary>
    public void Add(T item, DateTimeOffset at, double lot = 0) =>
        items.Enqueue(item, (at, lot, order++));

    /// <summary>Takes the first out if it is due by then.</summary>
    public bool TryTake(DateTimeOffset until, [NotNullWhen(true)] out T? item)
    {
        item = null;
        return Next <= until && items.TryDequeue(out item, out _);
    }
}
