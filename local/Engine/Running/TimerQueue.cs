using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>What is due when: timers, and starts in the future. Cancelled ones are dropped when their turn comes.</summary>
internal sealed class TimerQueue
{
    private readonly PriorityQueue<Entry, (long Due, long Order)> _queue = new();
    private long _order;

    public void AddStart(Instance instance, DateTimeOffset due) =>
        _queue.Enqueue(new(instance, null), (due.UtcTicks, _order++));

    public void Add(Instance instance, HistoryEvent timer) =>
        _queue.Enqueue(new(instance, timer.TaskId), (timer.At, _order++));

    /// <summary>The earliest instant at which something is due.</summary>
    public long? Next()
    {
        while (_queue.TryPeek(out var entry, out var key))
        {
            if (entry.IsWanted)
            {
                return key.Due;
            }

            _queue.Dequeue();
        }

        return null;
    }

    /// <summary>Takes what is due at the instant, the earliest first.</summary>
    public bool TryTake(long now, out Entry entry)
    {
        entry = default;
        if (Next() is not { } due || due > now)
        {
            return false;
        }

        entry = _queue.Dequeue();
        return true;
    }

    /// <summary>A timer of an instance, or its start.</summary>
    /// <param name="Instance">The instance.</param>
    /// <param name="Timer">The number of the timer; none for the start.</param>
    public readonly record struct Entry(Instance Instance, int? Timer)
    {
        public bool IsWanted =>
            Instance.IsLive && (Timer is { } timer ? Instance.IsOpen(timer) : !Instance.IsDue);
    }
}
