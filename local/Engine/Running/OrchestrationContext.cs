using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>What one orchestration's code sees; it turns calls into actions and answers into results.</summary>
internal sealed partial class OrchestrationContext(
    InstanceRow row,
    DataConverter converter,
    ILoggerFactory loggers,
    OrchestratorThread thread
) : TaskOrchestrationContext
{
    private readonly Dictionary<int, PendingTask> _open = [];
    private readonly Queue<HistoryEvent> _actions = [];
    private readonly List<int> _canceledTimers = [];
    private int _nextTask;
    private int _nextGuid;

    public override TaskName Name { get; } = new(row.Name);

    public override string InstanceId => row.Id;

    public override ParentOrchestrationInstance? Parent { get; } =
        row.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => Replaying;

    public override string Version => row.Version;

    /// <summary>The time of the present step.</summary>
    public DateTime Now { get; set; }

    public bool Replaying { get; set; } = true;

    /// <summary>The actions of the history that is replayed, by number.</summary>
    public Dictionary<int, HistoryEvent> Recorded { get; } = [];

    /// <summary>What the code did and history does not know yet.</summary>
    public Queue<HistoryEvent> Actions => _actions;

    public EventBoard Events { get; } = new();

    public string? CustomStatus { get; private set; }

    /// <summary>The wish to begin anew, once uttered.</summary>
    public ContinueAsNew? Anew { get; private set; }

    /// <summary>Whether an activity, child or timer holds back the end.</summary>
    public bool HasOpenTasks => _open.Count > 0;

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T? GetInput<T>()
        where T : default => converter.Deserialize<T>(row.Input);

    public override Guid NewGuid()
    {
        thread.Demand();
        return DeterministicGuid.Create(InstanceId, Now, _nextGuid++);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        thread.Demand();
        CustomStatus = converter.Serialize(customStatus);
    }

    public override void ContinueAsNew(
        object? newInput = null,
        bool preserveUnprocessedEvents = true
    ) =>
        ContinueAsNew(
            new ContinueAsNewOptions
            {
                NewInput = newInput,
                PreserveUnprocessedEvents = preserveUnprocessedEvents,
            }
        );

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        thread.Demand();
        Anew = new(
            converter.Serialize(options.NewInput),
            string.IsNullOrWhiteSpace(options.NewVersion)
                ? row.Version
                : Bounds.Name(options.NewVersion, "The version"),
            options.PreserveUnprocessedEvents
        );
    }

    /// <summary>Gives an answer to whoever waits for it; an answer nobody waits for is ignored.</summary>
    public void Close(HistoryEvent answer)
    {
        if (_open.Remove(answer.TaskId, out var pending))
        {
            pending.Close(answer);
        }
    }

    /// <summary>What was cancelled in the past is in history already.</summary>
    public void EndReplay()
    {
        Recorded.Clear();
        _canceledTimers.Clear();
    }

    /// <summary>What the code did in this step, as lines of history.</summary>
    public List<HistoryEvent> TakeActions(DateTimeOffset now)
    {
        List<HistoryEvent> taken =
        [
            .. _actions,
            .. _canceledTimers.Select(id => new HistoryEvent(
                EventKind.TimerCanceled,
                now.UtcTicks,
                id
            )),
        ];
        _actions.Clear();
        _canceledTimers.Clear();
        return taken;
    }

    private PendingTask Open(HistoryEvent action)
    {
        var pending = new PendingTask(action);
        _open.Add(action.TaskId, pending);
        _actions.Enqueue(action);
        return pending;
    }
}

/// <summary>How the code wishes the next generation to begin.</summary>
internal sealed record ContinueAsNew(string? Input, string Version, bool PreserveEvents);
