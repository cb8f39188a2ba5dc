using Microsoft.DurableTask;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <content>Activities and sub-orchestrations.</content>
internal sealed partial class OrchestrationContext
{
    public override Task<TResult> CallActivityAsync<TResult>(
        TaskName name,
        object? input = null,
        TaskOptions? options = null
    )
    {
        Check(name, input, options);
        var data = Payload(EventKind.ActivityScheduled, name.Name, input);
        var tags = Labels.Write(options?.Tags);
        return CallAsync<TResult>(
            new(
                EventKind.ActivityScheduled,
                0,
                Name: name.Name,
                Data: data,
                Version: NullIfEmpty(options?.Version?.Version ?? Version),
                Tags: tags
            ),
            options?.Retry
        );
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName,
        object? input = null,
        TaskOptions? options = null
    )
    {
        Check(orchestratorName, input, options);
        var data = Payload(EventKind.ChildScheduled, orchestratorName.Name, input);
        var childId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        InstanceIds.Check(childId);
        return CallAsync<TResult>(
            new(
                EventKind.ChildScheduled,
                0,
                Name: orchestratorName.Name,
                Data: data,
                InstanceId: childId,
                Version: NullIfEmpty(options?.Version?.Version),
                Tags: Labels.Write(options?.Tags)
            ),
            options?.Retry
        );
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        thread.Demand();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        Bounds.Name(eventName, "The name of the event");
        var data = Payload(EventKind.EventSent, eventName, payload);
        _actions.Enqueue(
            new(EventKind.EventSent, Now.Ticks, _nextTask++, eventName, data, instanceId)
        );
    }

    private static string? NullIfEmpty(string? version) =>
        string.IsNullOrEmpty(version) ? null : Bounds.Name(version, "The version");

    private void Check(TaskName name, object? input, TaskOptions? options)
    {
        thread.Demand();
        if (name == default)
        {
            throw new ArgumentException("The name of the task is empty.", nameof(name));
        }

        Bounds.Name(name.Name, "The name of the task");

        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException(
                "Task options were passed as the input; pass them as the third argument, after the input.",
                nameof(input)
            );
        }
    }

    /// <summary>What the next action carries; in replay history has it already, and converting it again would take most of the time.</summary>
    private string? Payload(EventKind kind, string name, object? value)
    {
        if (
            Replaying
            && Recorded.TryGetValue(_nextTask, out var recorded)
            && recorded.Kind == kind
            && string.Equals(recorded.Name, name, StringComparison.OrdinalIgnoreCase)
        )
        {
            return recorded.Data;
        }

        try
        {
            return converter.Serialize(value);
        }
        catch
        {
            // The number is spent, or replay would take the next call of the same name for this one.
            _nextTask++;
            throw;
        }
    }

    private async Task<TResult> CallAsync<TResult>(HistoryEvent call, TaskRetryOptions? retry)
    {
        var answer = retry switch
        {
            { Policy: { } policy } => RetryByPolicyAsync(call, policy),
            { Handler: { } handler } => RetryByHandlerAsync(call, handler),
            _ => TryAsync(call),
        };
        return converter.Deserialize<TResult>(await answer)!;
    }

    /// <summary>Each try is an action of its own.</summary>
    private Task<string?> TryAsync(HistoryEvent call) =>
        Open(call with { At = Now.Ticks, TaskId = _nextTask++ }).Task;
}
