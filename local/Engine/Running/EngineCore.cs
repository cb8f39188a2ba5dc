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
    private readonly InstanceTable _instances = new();
    private readonly WorkQueue<Instance> _ready = new(pick);
    private readonly WorkQueue<ActivityCall> _activities = new(pick);
    private readonly TimerQueue _timers = new();
    private Task _published = Task.CompletedTask;
    private Exception? _fault;
    private bool _isStepping;
    private long _nextExecution = 1;
    private long _nextMessage = 1;

    /// <summary>Called when there is something to do.</summary>
    public Action Wake { get; set; } = () => { };

    /// <summary>Called when nothing can go on, with the reason.</summary>
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

    /// <summary>
    /// When something is to be done next by itself: the least instant while something is to be done, or is not durable yet; null if nothing is.
    /// </summary>
    public DateTimeOffset? NextWork
    {
        get
        {
            lock (_gate)
            {
                return _fault is null
                    && (
                        _isStepping
                        || _unpublished is not null
                        || _ready.Count + _activities.Count > 0
                    )
                        ? DateTimeOffset.MinValue
                    : _timers.Next() is { } due ? new(due, TimeSpan.Zero)
                    : null;
            }
        }
    }

    /// <summary>Takes up what the store holds.</summary>
    public void Load()
    {
        var contents = store.Load();
        foreach (var row in contents.Rows.OrderBy(row => row.Execution))
        {
            _instances.Put(new Instance(row));
            _nextExecution = Math.Max(_nextExecution, row.Execution + 1);
        }

        foreach (var message in contents.Inbox)
        {
            _nextMessage = Math.Max(_nextMessage, message.StoredId!.Value + 1);
            if (_instances.Find(message.InstanceId) is { IsLive: true } target)
            {
                target.Mailbox.Add(message);
            }
        }

        foreach (var instance in _instances.All.Where(instance => instance.IsLive))
        {
            instance.Append(contents.Histories.GetValueOrDefault(instance.Execution) ?? []);
            Resume(instance);
        }
    }

    /// <summary>Takes an instance with something to do, with a look at what waits for it; whoever took one before has done that.</summary>
    public bool TryTakeWork(out Instance instance, out MailboxView mail)
    {
        lock (_gate)
        {
            while (_fault is null && _ready.TryDequeue(out instance))
            {
                instance.IsQueued = false;
                if (IsCurrent(instance))
                {
                    _isStepping = true;
                    mail = instance.Mailbox.Look();
                    return true;
                }
            }

            _isStepping = false;
            (instance, mail) = (null!, null!);
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

    /// <summary>Delivers the answer of an activity.</summary>
    public void Answer(Instance instance, HistoryEvent answer)
    {
        lock (_gate)
        {
            if (IsCurrent(instance))
            {
                Return(instance, answer);
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
            while (_timers.TryTake(now, out var due))
            {
                any = true;
                if (due.Timer is { } timer)
                {
                    Return(due.Instance, new(EventKind.TimerFired, now, timer));
                }
                else
                {
                    due.Instance.IsDue = true;
                    MakeReady(due.Instance);
                }
            }

            return any;
        }
    }

    /// <summary>
    /// Gives a generation what it asked for. That becomes durable with the step that takes it, since it would come again after a crash; during a
    /// suspension, which may be long, at once.
    /// </summary>
    private void Return(Instance instance, HistoryEvent answer)
    {
        if (instance.IsSuspended)
        {
            var commit = new StoreCommit();
            Send(commit, instance, answer, instance.Execution);
            _ = Commit(commit, []);
        }
        else
        {
            Put(instance, new(null, instance.Id, instance.Execution, answer));
        }
    }

    private bool IsCurrent(Instance instance) => instance.IsLive && _instances.IsCurrent(instance);

    /// <summary>Puts a message into the mailbox. It wakes nobody who can do nothing with it now.</summary>
    private void Put(Instance instance, InboxMessage message)
    {
        instance.Mailbox.Add(message);
        if (message.Event.IsControl || (instance.IsDue && !instance.IsSuspended))
        {
            MakeReady(instance);
        }
    }

    private void MakeReady(Instance instance)
    {
        if (!instance.IsQueued)
        {
            instance.IsQueued = true;
            _ready.Enqueue(instance);
        }
    }

    /// <summary>Takes up what an instance waits for.</summary>
    private void Resume(Instance instance)
    {
        var row = instance.Row;
        instance.IsDue = instance.HasStarted || row.StartAt is null || row.StartAt <= Now;
        if (!instance.IsDue)
        {
            _timers.AddStart(instance, row.StartAt!.Value);
        }

        if (instance.Mailbox.Messages.Count > 0 || (instance.IsDue && !instance.HasStarted))
        {
            MakeReady(instance);
        }

        if (instance.Open.Count > 0)
        {
            ResumeTasks(instance);
        }
    }

    private void ResumeTasks(Instance instance)
    {
        var answered = instance
            .Mailbox.Messages.Where(message => message.Event.Closes && instance.Accepts(message))
            .Select(message => message.Event.TaskId)
            .ToHashSet();
        foreach (var open in instance.Open.OrderBy(open => open.TaskId))
        {
            if (open.Kind == EventKind.ActivityScheduled && !answered.Contains(open.TaskId))
            {
                _activities.Enqueue(new(instance, open));
            }
            else if (open.Kind == EventKind.TimerCreated && !answered.Contains(open.TaskId))
            {
                _timers.Add(instance, open);
            }
        }
    }
}
