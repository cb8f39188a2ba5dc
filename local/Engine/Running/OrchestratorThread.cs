namespace ProgramReview.Local.Engine.Running;

/// <summary>
/// The one logical thread of an orchestration: what its code awaits goes on here, in order, while a step runs. Whatever comes from elsewhere is
/// not durable and is reported, never run.
/// </summary>
internal sealed class OrchestratorThread(Action foreign) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = [];
    private int _owner;

    /// <summary>Whether the caller is the orchestrator's code during a step.</summary>
    public bool IsCurrent => Volatile.Read(ref _owner) == Environment.CurrentManagedThreadId;

    /// <summary>Runs an action and all that follows from it, as orchestrator code.</summary>
    public void Run<T>(Action<T> action, T argument)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        Volatile.Write(ref _owner, Environment.CurrentManagedThreadId);
        try
        {
            action(argument);
            while (_queue.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            Volatile.Write(ref _owner, 0);
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            _queue.Enqueue((d, state));
        }
        else
        {
            Report();
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => Post(d, state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Says that something not durable drives the code.</summary>
    public void Report() => foreign();

    /// <summary>Refuses a call from outside the orchestrator's thread.</summary>
    public void Demand()
    {
        if (!IsCurrent)
        {
            throw new InvalidOperationException(
                "The orchestration context was used off the orchestrator's thread. Orchestrators may await only tasks of their context; "
                    + "Task.Run, ConfigureAwait(false), I/O and Task.Delay belong into activities."
            );
        }
    }
}
