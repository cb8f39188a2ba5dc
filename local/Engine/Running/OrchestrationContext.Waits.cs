using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <content>Timers and external events.</content>
internal sealed partial class OrchestrationContext
{
    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        thread.Demand();
        var id = _nextTask++;
        var timer = Open(new(EventKind.TimerCreated, fireAt.ToUniversalTime().Ticks, id));
        if (cancellationToken.CanBeCanceled)
        {
            CancelWith(id, timer, cancellationToken);
        }

        return timer.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(
        string eventName,
        CancellationToken cancellationToken = default
    )
    {
        thread.Demand();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        if (Events.TryTake(eventName, out var data))
        {
            return Task.FromResult(Read<T>(eventName, data));
        }

        var source = new TaskCompletionSource<T>();
        var withdraw = Events.Wait(
            eventName,
            typeof(T),
            payload => source.SetResult(Read<T>(eventName, payload))
        );
        OnCancel(
            source.Task,
            () =>
            {
                withdraw();
                source.TrySetCanceled(cancellationToken);
            },
            cancellationToken
        );
        return source.Task;
    }

    // Apart from CreateTimer, so that a timer without a token costs no closure.
    private void CancelWith(int id, PendingTask timer, CancellationToken token) =>
        OnCancel(timer.Task, () => CancelTimer(id, timer), token);

    private void CancelTimer(int id, PendingTask timer)
    {
        _open.Remove(id);
        _canceledTimers.Add(id);
        timer.Cancel();
    }

    private T Read<T>(string eventName, string? data)
    {
        if (data is null && typeof(T).IsValueType && Nullable.GetUnderlyingType(typeof(T)) is null)
        {
            throw new InvalidOperationException(
                $"The event '{eventName}' came without a payload but is awaited as {typeof(T)}."
            );
        }

        return converter.Deserialize<T>(data)!;
    }

    /// <summary>Cancels a wait that has not ended, provided the orchestrator's own code cancels it.</summary>
    private void OnCancel(Task wait, Action cancel, CancellationToken token)
    {
        if (!token.CanBeCanceled)
        {
            return;
        }

        // Not bound to the captured context: Cancel runs the callback where it is called, and only there is it allowed.
        token.UnsafeRegister(
            _ =>
            {
                if (!thread.IsCurrent)
                {
                    thread.Report();
                }
                else if (!wait.IsCompleted)
                {
                    cancel();
                }
            },
            null
        );
    }
}
