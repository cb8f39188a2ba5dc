using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>Brings events and those who wait for them together: the oldest event to the newest live waiter.</summary>
internal sealed class EventBoard
{
    private readonly Dictionary<string, LinkedList<Waiter>> _waiters = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly Dictionary<string, Queue<(long Order, HistoryEvent Event)>> _unclaimed = new(
        StringComparer.OrdinalIgnoreCase
    );
    private long _order;

    /// <summary>Whether anybody waits.</summary>
    public bool HasWaiters => _waiters.Count > 0;

    /// <summary>The events nobody took, in the order of their arrival.</summary>
    public IEnumerable<HistoryEvent> Unclaimed =>
        _unclaimed
            .Values.SelectMany(queue => queue)
            .OrderBy(entry => entry.Order)
            .Select(entry => entry.Event);

    public void Raise(HistoryEvent raised)
    {
        var name = raised.Name!;
        if (_waiters.TryGetValue(name, out var waiters))
        {
            var newest = waiters.Last!.Value;
            Remove(name, waiters.Last);
            newest.Deliver(raised.Data);
            return;
        }

        if (!_unclaimed.TryGetValue(name, out var queue))
        {
            _unclaimed.Add(name, queue = []);
        }

        queue.Enqueue((_order++, raised));
    }

    /// <summary>Gives the oldest event of the name, if one is there.</summary>
    public bool TryTake(string name, out string? data)
    {
        data = null;
        if (!_unclaimed.TryGetValue(name, out var queue))
        {
            return false;
        }

        data = queue.Dequeue().Event.Data;
        if (queue.Count == 0)
        {
            _unclaimed.Remove(name);
        }

        return true;
    }

    /// <summary>Waits; the result withdraws the waiter, so that it never swallows an event.</summary>
    public Action Wait(string name, Type type, Action<string?> deliver)
    {
        if (!_waiters.TryGetValue(name, out var waiters))
        {
            _waiters.Add(name, waiters = []);
        }
        else if (waiters.Last!.Value.Type != type)
        {
            throw new ArgumentException(
                $"The event '{name}' is already awaited as {waiters.Last.Value.Type}; it cannot be awaited as {type} at the same time.",
                nameof(type)
            );
        }

        var node = waiters.AddLast(new Waiter(type, deliver));
        return () => Remove(name, node);
    }

    private void Remove(string name, LinkedListNode<Waiter> node)
    {
        if (node.List is { } list)
        {
            list.Remove(node);
            if (list.Count == 0)
            {
                _waiters.Remove(name);
            }
        }
    }

    private sealed record Waiter(Type Type, Action<string?> Deliver);
}
