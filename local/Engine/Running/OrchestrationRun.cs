using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>One orchestration's code, live: history and new events go in, actions and an outcome come out.</summary>
internal sealed class OrchestrationRun
{
    private readonly InstanceRow _row;
    private readonly ITaskOrchestrator? _orchestrator;
    private readonly DataConverter _converter;
    private readonly OrchestratorThread _thread;
    private readonly OrchestrationContext _context;
    private readonly Action<HistoryEvent> _deliver;
    private Task<object?>? _code;

    public OrchestrationRun(
        InstanceRow row,
        ITaskOrchestrator? orchestrator,
        DataConverter converter,
        ILoggerFactory loggers,
        Action foreign
    )
    {
        _row = row;
        _orchestrator = orchestrator;
        _converter = converter;
        _deliver = Deliver;
        _thread = new(foreign);
        _context = new(row, converter, loggers, _thread);
    }

    public OrchestrationContext Context => _context;

    public bool HasStarted => _code is not null;

    /// <summary>The code's result, once it has ended and nothing it began is open.</summary>
    public Task<object?>? Result =>
        _code is { IsCompleted: true } && !_context.HasOpenTasks ? _code : null;

    /// <summary>Lives through history again, up to where it ends.</summary>
    public void Replay(IReadOnlyList<HistoryEvent> history)
    {
        _context.Replaying = true;
        foreach (var action in history.Where(past => past.IsAction))
        {
            _context.Recorded[action.TaskId] = action;
        }

        foreach (var past in history)
        {
            Take(past);
        }

        _context.EndReplay();
    }

    /// <summary>What comes now is new.</summary>
    public void BeginStep(HistoryEvent step)
    {
        _context.Replaying = false;
        Take(step);
    }

    /// <summary>Lives through one line of history, old or new.</summary>
    public void Take(HistoryEvent item)
    {
        if (item.Kind == EventKind.StepStarted)
        {
            _context.Now = item.Time.UtcDateTime;
        }
        else if (item.IsAction)
        {
            Match(item);
        }
        else if (!item.IsControl && item.Kind != EventKind.TimerCanceled)
        {
            _thread.Run(_deliver, item);
        }
    }

    /// <summary>Nothing the engine knows of can make the code go on.</summary>
    public void ThrowIfForeignAwait()
    {
        if (
            _code is { IsCompleted: false }
            && !_context.HasOpenTasks
            && !_context.Events.HasWaiters
        )
        {
            throw ForeignAwait(_row);
        }
    }

    public static InstanceFault ForeignAwait(InstanceRow row) =>
        new(
            Failures.Of(
                Failures.ForeignAwait,
                $"The orchestrator '{row.Name}' awaited a task that is not durable. Orchestrators may await only tasks of their context; "
                    + "Task.Run, ConfigureAwait(false), I/O and Task.Delay belong into activities."
            )
        );

    private void Deliver(HistoryEvent item)
    {
        switch (item.Kind)
        {
            case EventKind.ExecutionStarted:
                Start();
                break;
            case EventKind.EventRaised:
                _context.Events.Raise(item);
                break;
            default:
                _context.Close(item);
                break;
        }
    }

    private void Start()
    {
        if (_orchestrator is null)
        {
            throw new InstanceFault(
                Failures.Of(
                    Failures.OrchestratorNotFound,
                    $"The orchestrator named '{_row.Name}' does not exist."
                )
            );
        }

        _code = RunCodeAsync(_orchestrator);
    }

    /// <summary>Awaits here, so that code which ends on a foreign thread is reported as well.</summary>
    private async Task<object?> RunCodeAsync(ITaskOrchestrator orchestrator) =>
        await orchestrator.RunAsync(
            _context,
            _converter.Deserialize(_row.Input, orchestrator.InputType)
        );

    /// <summary>Holds a recorded action against what the code did this time: kind, name and number.</summary>
    private void Match(HistoryEvent recorded)
    {
        if (
            _context.Actions.TryDequeue(out var done)
            && done.Kind == recorded.Kind
            && done.TaskId == recorded.TaskId
            && string.Equals(done.Name, recorded.Name, StringComparison.OrdinalIgnoreCase)
        )
        {
            return;
        }

        var now = done is null ? "did nothing at this point" : $"did {Describe(done)}";
        throw new InstanceFault(
            Failures.Of(
                Failures.NonDeterministic,
                $"Non-deterministic orchestrator '{_row.Name}': history has {Describe(recorded)}, but the code {now}. Was it changed while instances were running?"
            )
        );
    }

    public static string Describe(HistoryEvent action) =>
        $"{action.Kind} #{action.TaskId}" + (action.Name is { } name ? $" '{name}'" : "");
}
