using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>
/// All live instances, who of them has something to do, and what is due when. One lock guards it. Changes are made here at once and committed in the
/// same order; what the outside may see - activities, answers to the client - waits until the commit is durable.
/// </summary>
internal sealed partial class EngineCore(
    IEngineStore store,
    TimeProvider clock,
    Func<int, int>? pick = null
)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Instance> _instances = [];
    private readonly WorkQueue<Instance> _ready = new(pick);
    private readonly WorkQueue<ActivityCall> _activities = new(pick);
    private readonly TimerQueue _timers = new();
    private Task _published = Task.CompletedTask;
    private Exception? _fault;
    private long _nextExecution = 1;
    private long _nextMessage = 1;

    /// <summary>Called when there is something to do.</summary>
    public Action Wake { get; set; } = () => { };

    /// <summary>Called when the store failed and nothing can go on.</summary>
    public Action<Exception> Broken { get; set; } = _ => { };

    /// <summary>Ends when everything done so far is durable and published.</summary>
    public Task Settled
    {
        get
        {
            lock (_gate)
            {
                return _published;
            }
        }
    }

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _timers.Next() is { } due ? new(due, TimeSpan.Zero) : null;
            }
        }
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether an instance or an activity has something to do.</summary>
    public bool HasWork
    {
        get
        {
            lock (_gate)
            {
                return _fault is null && _ready.Count + _activities.Count > 0;
            }
        }
    }

    /// <summary>Takes up what the store holds.</summary>
    public void Load()
    {
        var contents = store.Load();
        foreach (var row in contents.Rows.OrderBy(row => row.Execution))
        {
            _instances.Add(row.Id, new Instance(row));
            _nextExecution = Math.Max(_nextExecution, row.Execution + 1);
        }

        foreach (var message in contents.Inbox)
        {
            _nextMessage = Math.Max(_nextMessage, message.Id + 1);
            if (_instances.TryGetValue(message.InstanceId, out var target) && target.IsLive)
            {
                target.Inbox.Enqueue(message);
            }
        }

        foreach (var instance in _instances.Values.Where(instance => instance.IsLive))
        {
            instance.Append(contents.Histories.GetValueOrDefault(instance.Execution) ?? []);
            Resume(instance);
        }
    }

    /// <summary>Takes an instance with something to do, and all that waits for it.</summary>
    public bool TryTakeWork(
        out Instance instance,
        out List<HistoryEvent> messages,
        out List<long> consumed
    )
    {
        lock (_gate)
        {
            (messages, consumed) = ([], []);
            while (_fault is null && _ready.TryDequeue(out instance))
            {
                instance.IsQueued = false;
                if (IsCurrent(instance) && TakeMessages(instance, messages, consumed))
                {
                    instance.Taken = consumed;
                    return true;
                }
            }

            instance = null!;
            return false;
        }
    }

    public bool TryTakeActivity(out ActivityCall call)
    {
        lock (_gate)
        {
            while (_fault is null && _activities.TryDequeue(out call))
            {
                if (IsCurrent(call.Caller) && call.IsWanted)
                {
                    return true;
                }
            }

            call = null!;
            return false;
        }
    }

    /// <summary>Delivers the answer of an activity; it becomes durable with the step that takes it.</summary>
    public void Answer(Instance instance, HistoryEvent answer)
    {
        lock (_gate)
        {
            if (IsCurrent(instance))
            {
                instance.Inbox.Enqueue(new(0, instance.Id, instance.Execution, answer));
                MakeReady(instance);
            }
        }

        Wake();
    }

    /// <summary>Delivers the timers that are due.</summary>
    public bool FireDue()
    {
        lock (_gate)
        {
            var now = Now.UtcTicks;
            var any = false;
            while (_timers.TryTake(now, out var instance, out var taskId))
            {
                any = true;
                if (taskId == TimerQueue.Start)
                {
                    instance.IsDue = true;
                }
                else
                {
                    var fired = new HistoryEvent(EventKind.TimerFired, now, taskId);
                    instance.Inbox.Enqueue(new(0, instance.Id, instance.Execution, fired));
                }

                MakeReady(instance);
            }

            return any;
        }
    }

    private static bool TakeMessages(
        Instance instance,
        List<HistoryEvent> messages,
        List<long> consumed
    )
    {
        for (var waiting = instance.Inbox.Count; waiting > 0; waiting--)
        {
            var message = instance.Inbox.Dequeue();
            if (!instance.IsDue && !message.Event.IsControl)
            {
                instance.Inbox.Enqueue(message);
                continue;
            }

            if (message.Id > 0)
            {
                consumed.Add(message.Id);
            }

            if (instance.Accepts(message))
            {
                messages.Add(message.Event);
            }
        }

        return messages.Count + consumed.Count > 0 || (instance.IsDue && !instance.HasStarted);
    }

    private bool IsCurrent(Instance instance) =>
        instance.IsLive
        && _instances.TryGetValue(instance.Id, out var current)
        && ReferenceEquals(current, instance);

    private void MakeReady(Instance instance)
    {
        if (!instance.IsQueued)
        {
            instance.IsQueued = true;
            _ready.Enqueue(instance);
        }
    }

    private void Resume(Instance instance)
    {
        instance.IsDue =
            instance.HasStarted || instance.Row.StartAt is null || instance.Row.StartAt <= Now;
        if (!instance.IsDue)
        {
            _timers.Add(instance, TimerQueue.Start, instance.Row.StartAt!.Value.UtcTicks);
        }

        if (instance.Inbox.Count > 0 || (instance.IsDue && !instance.HasStarted))
        {
            MakeReady(instance);
        }

        foreach (var open in instance.Open.OrderBy(open => open.TaskId))
        {
            if (open.Kind == EventKind.ActivityScheduled)
            {
                _activities.Enqueue(new(instance, open));
            }
            else if (open.Kind == EventKind.TimerCreated)
            {
                _timers.Add(instance, open.TaskId, open.At);
            }
        }
    }
}
