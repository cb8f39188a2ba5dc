namespace Microsoft.DurableTask;

/// <content>Calls, timers and events.</content>
public abstract partial class TaskOrchestrationContext
{
    /// <summary>Calls an activity.</summary>
    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) =>
        CallActivityAsync(name, input: null, options);

    /// <summary>Calls an activity.</summary>
    public virtual Task CallActivityAsync(
        TaskName name,
        object? input = null,
        TaskOptions? options = null
    ) => CallActivityAsync<object>(name, input, options);

    /// <summary>Calls an activity.</summary>
    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) =>
        CallActivityAsync<TResult>(name, input: null, options);

    /// <summary>Calls an activity.</summary>
    public abstract Task<TResult> CallActivityAsync<TResult>(
        TaskName name,
        object? input = null,
        TaskOptions? options = null
    );

    /// <summary>Calls another orchestrator.</summary>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName,
        object? input = null,
        TaskOptions? options = null
    );

    /// <summary>Calls another orchestrator.</summary>
    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName,
        TaskOptions options
    ) => CallSubOrchestratorAsync<TResult>(orchestratorName, input: null, options);

    /// <summary>Calls another orchestrator.</summary>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync(orchestratorName, input: null, options);

    /// <summary>Calls another orchestrator.</summary>
    public virtual Task CallSubOrchestratorAsync(
        TaskName orchestratorName,
        object? input = null,
        TaskOptions? options = null
    ) => CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Fires after a delay.</summary>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>Fires at an instant, given in UTC.</summary>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>Sends an event to another instance.</summary>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    /// <summary>Waits for an event.</summary>
    public abstract Task<T> WaitForExternalEvent<T>(
        string eventName,
        CancellationToken cancellationToken = default
    );

    /// <summary>Waits for an event; a timeout cancels the wait.</summary>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
        WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <summary>Waits for an event; a timeout cancels the wait.</summary>
    public async Task<T> WaitForExternalEvent<T>(
        string eventName,
        TimeSpan timeout,
        CancellationToken cancellationToken
    )
    {
        using var timerEnd = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = CreateTimer(timeout, timerEnd.Token);
        using var waitEnd = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wait = WaitForExternalEvent<T>(eventName, waitEnd.Token);

        var loser = await Task.WhenAny(wait, timer) == wait ? timerEnd : waitEnd;
        // On this thread: cancelling is orchestrator code.
#pragma warning disable CA1849
        loser.Cancel();
#pragma warning restore CA1849
        return await wait;
    }
}
