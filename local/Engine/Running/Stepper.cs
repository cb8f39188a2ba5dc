using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>Runs one step of one orchestration. It touches nothing but the instance it is given, and decides nothing about others.</summary>
internal sealed class Stepper(
    IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> orchestrators,
    IServiceProvider services,
    DataConverter converter,
    ILoggerFactory loggers,
    Action<Instance> foreign
)
{
    public StepResult Step(
        Instance instance,
        IReadOnlyList<HistoryEvent> messages,
        DateTimeOffset now
    )
    {
        var history = Order(instance, messages, now);
        if (history.Find(item => item.Kind == EventKind.Terminated) is { } end)
        {
            return End(
                instance,
                history,
                now,
                OrchestrationRuntimeStatus.Terminated,
                end.Data,
                instance.Row.CustomStatus
            );
        }

        if (history.Exists(item => item.Kind == EventKind.Violated))
        {
            return Fail(
                instance,
                history,
                now,
                OrchestrationRun.ForeignAwait(instance.Row),
                instance.Row.CustomStatus
            );
        }

        var run = instance.Run ?? Revive(instance);
        run.Step(history);
        while (run.Context.Actions.TryDequeue(out var action))
        {
            history.Add(action);
        }

        history.AddRange(
            run.Context.CanceledTimers.Select(id => new HistoryEvent(
                EventKind.TimerCanceled,
                now.UtcTicks,
                id
            ))
        );
        return Conclude(instance, run, history, now);
    }

    /// <summary>The step begins; who steers comes first, then the start, then the rest.</summary>
    private static List<HistoryEvent> Order(
        Instance instance,
        IReadOnlyList<HistoryEvent> messages,
        DateTimeOffset now
    )
    {
        var ordered = new List<HistoryEvent>(messages.Count + 4)
        {
            new(EventKind.StepStarted, now.UtcTicks),
        };
        if (instance.HasStarted)
        {
            ordered.AddRange(messages);
            return ordered;
        }

        ordered.AddRange(messages.Where(message => message.IsControl));
        if (instance.IsDue)
        {
            var row = instance.Row;
            ordered.Add(
                new(EventKind.ExecutionStarted, now.UtcTicks, Name: row.Name, Data: row.Input)
            );
            ordered.AddRange(messages.Where(message => !message.IsControl));
        }

        return ordered;
    }

    private OrchestrationRun Revive(Instance instance)
    {
        var run = new OrchestrationRun(
            instance.Row,
            orchestrators.TryGetValue(new TaskName(instance.Row.Name), out var factory)
                ? factory(services)
                : null,
            converter,
            loggers,
            () => foreign(instance)
        );
        run.Replay(instance.History);
        return run;
    }

    private StepResult Conclude(
        Instance instance,
        OrchestrationRun run,
        List<HistoryEvent> history,
        DateTimeOffset now
    )
    {
        // What the generation before showed stays over the first turn, as it does there.
        var status =
            run.Context.CustomStatus ?? (instance.HasStarted ? null : instance.Row.CustomStatus);
        if (run.Defect is { } defect)
        {
            return Fail(instance, history, now, defect, status);
        }

        if (run.Result is { } result)
        {
            return result switch
            {
                { IsFaulted: true } => Fail(
                    instance,
                    history,
                    now,
                    TaskFailureDetails.FromException(result.Exception.InnerException!),
                    status
                ),
                { IsCanceled: true } => Fail(
                    instance,
                    history,
                    now,
                    TaskFailureDetails.FromException(new TaskCanceledException(result)),
                    status
                ),
                _ when run.Context.Anew is { } anew => BeginAnew(
                    instance,
                    run,
                    anew,
                    history,
                    now,
                    status
                ),
                _ => Complete(instance, history, now, result.Result, status),
            };
        }

        var row = instance.Row with
        {
            Status =
                run.IsSuspended ? OrchestrationRuntimeStatus.Suspended
                : run.HasStarted ? OrchestrationRuntimeStatus.Running
                : OrchestrationRuntimeStatus.Pending,
            UpdatedAt = now,
            CustomStatus = status,
        };
        return new(row, history, [], run);
    }

    private StepResult Complete(
        Instance instance,
        List<HistoryEvent> history,
        DateTimeOffset now,
        object? output,
        string? status
    )
    {
        try
        {
            var data = converter.Serialize(output);
            return End(instance, history, now, OrchestrationRuntimeStatus.Completed, data, status);
        }
        catch (NotSupportedException exception)
        {
            return Fail(
                instance,
                history,
                now,
                TaskFailureDetails.FromException(exception),
                status
            );
        }
    }

    /// <summary>As on Functions with Azure Storage, the output of a failed instance is plain text, not JSON.</summary>
    private static StepResult Fail(
        Instance instance,
        List<HistoryEvent> history,
        DateTimeOffset now,
        TaskFailureDetails failure,
        string? status
    )
    {
        var end = End(
            instance,
            history,
            now,
            OrchestrationRuntimeStatus.Failed,
            failure.ToString(),
            status
        );
        return end with { Row = end.Row with { Failure = Failures.Write(failure) } };
    }

    private static StepResult End(
        Instance instance,
        List<HistoryEvent> history,
        DateTimeOffset now,
        OrchestrationRuntimeStatus status,
        string? output,
        string? customStatus
    )
    {
        history.Add(
            new(EventKind.ExecutionEnded, now.UtcTicks, Name: status.ToString(), Data: output)
        );
        var row = instance.Row with
        {
            Status = status,
            UpdatedAt = now,
            Output = output,
            CustomStatus = customStatus,
        };
        return new(row, history, [], null);
    }

    /// <summary>The next generation gets a new number from the engine.</summary>
    private static StepResult BeginAnew(
        Instance instance,
        OrchestrationRun run,
        NewGeneration anew,
        List<HistoryEvent> history,
        DateTimeOffset now,
        string? status
    )
    {
        var row = instance.Row with
        {
            Execution = 0,
            CreatedAt = now,
            UpdatedAt = now,
            Status = OrchestrationRuntimeStatus.Running,
            StartAt = null,
            Input = anew.Input,
            Version = anew.Version,
            CustomStatus = status,
        };
        IEnumerable<HistoryEvent> kept = anew.PreserveEvents ? run.Context.Events.Unclaimed : [];
        return new(row, history, [.. kept, .. run.CarriedOver], null);
    }
}
