namespace ProgramReview.Local.Engine.Running;

/// <summary>What is due when: timers, and starts in the future. Cancelled ones are dropped when their turn comes.</summary>
internal sealed class TimerQueue
{
    /// <summary>Stands for the start of the instance.</summary>
    public const int Start = -1;

    private readonly PriorityQueue<(Instance Instance, int TaskId), (long Due, long Order)> _queue =
        new();
    private long _order;

    public void Add(Instance instance, int taskId, long due) =>
        _queue.Enqueue((instance, taskId), (due, _order++));

    /// <summary>The earliest instant at which something is due.</summary>
    public long? Next()
    {
        while (_queue.TryPeek(out var timer, out var key))
        {
            if (IsWanted(timer.Instance, timer.TaskId))
            {
                return key.Due;
            }

            _queue.Dequeue();
        }

        return null;
    }

    /// <summary>Takes what is due at the instant, the earliest first.</summary>
    public bool TryTake(long now, out Instance instance, out int taskId)
    {
        (instance, taskId) = (null!, 0);
        if (Next() is not { } due || due > now)
        {
            return false;
        }

        (instance, taskId) = _queue.Dequeue();
        return true;
    }

    private static bool IsWanted(Instance instance, int taskId) =>
        instance.IsLive && (taskId == Start ? !instance.IsDue : instance.IsOpen(taskId));
}
