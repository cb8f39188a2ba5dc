using Microsoft.DurableTask.Client;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>One generation of an instance, in memory: its row, and while it lives its code or its history, open tasks and waiting messages.</summary>
internal sealed class Instance(InstanceRow row)
{
    private const int ShortData = 64;
    private const int LookBack = 24;

    private List<HistoryEvent>? _history;
    private Dictionary<int, HistoryEvent>? _open;

    public InstanceRow Row { get; set; } = row;

    public string Id => Row.Id;

    public long Execution => Row.Execution;

    public bool IsLive => Row.IsLive;

    public bool IsSuspended => Row.Status == OrchestrationRuntimeStatus.Suspended;

    /// <summary>The code, if it is kept between steps.</summary>
    public OrchestrationRun? Run { get; private set; }

    /// <summary>Whether the instance stands in the queue of those with something to do.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Whether its time to start has come.</summary>
    public bool IsDue { get; set; }

    public Mailbox Mailbox { get; init; } = new();

    /// <summary>What the code is made from again; empty while it is kept.</summary>
    public IReadOnlyList<HistoryEvent> History => _history ?? [];

    public bool HasStarted { get; private set; }

    /// <summary>The activities, children and timers that hold back the end, by number.</summary>
    public IReadOnlyCollection<HistoryEvent> Open =>
        _open?.Values ?? (IReadOnlyCollection<HistoryEvent>)[];

    public bool IsOpen(int taskId) => _open?.ContainsKey(taskId) == true;

    /// <summary>Whether a message still means something to this generation.</summary>
    public bool Accepts(InboxMessage message) =>
        (message.Execution is null || message.Execution == Execution)
        && (!message.Event.Closes || IsOpen(message.Event.TaskId));

    /// <summary>Keeps the code for the next step. It has lived through its history, which nobody asks for here again.</summary>
    public void Keep(OrchestrationRun? run)
    {
        Run = run;
        if (run is not null)
        {
            _history = null;
        }
    }

    public void Append(IReadOnlyList<HistoryEvent> events)
    {
        foreach (var item in events)
        {
            if (Run is null)
            {
                (_history ??= new(events.Count)).Add(Shared(item));
            }
            if (item.Opens)
            {
                (_open ??= []).Add(item.TaskId, item);
            }
            else if (item.Closes)
            {
                _open?.Remove(item.TaskId);
            }
            else if (item.Kind == EventKind.ExecutionStarted)
            {
                HasStarted = true;
            }
        }
    }

    // An orchestration hands on the same input again and again; many that wait for months should hold each text once.
    private HistoryEvent Shared(HistoryEvent item)
    {
        if (item.Data is not { Length: >= ShortData } data)
        {
            return item;
        }

        for (var back = _history!.Count - 1; back >= Math.Max(_history.Count - LookBack, 0); back--)
        {
            if (_history[back].Data is { } known && known == data)
            {
                return ReferenceEquals(known, data) ? item : item with { Data = known };
            }
        }

        return item;
    }

    /// <summary>Keeps the row only.</summary>
    public void End()
    {
        _history = null;
        _open = null;
        Run = null;
    }
}
