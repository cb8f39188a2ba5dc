namespace Microsoft.DurableTask.Client;

/// <content>Suspending, resuming, ending and removing instances.</content>
public abstract partial class DurableTaskClient
{
    /// <summary>Ends an instance.</summary>
    public virtual Task TerminateInstanceAsync(string instanceId, CancellationToken cancellation) =>
        TerminateInstanceAsync(instanceId, (TerminateInstanceOptions?)null, cancellation);

    /// <summary>Ends an instance and leaves a result.</summary>
    public virtual Task TerminateInstanceAsync(
        string instanceId,
        object? output,
        CancellationToken cancellation = default
    ) => TerminateInstanceAsync(instanceId, new TerminateInstanceOptions(output), cancellation);

    /// <summary>Ends an instance.</summary>
    public virtual Task TerminateInstanceAsync(
        string instanceId,
        TerminateInstanceOptions? options = null,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException($"{GetType()} cannot terminate instances.");

    /// <summary>Halts an instance.</summary>
    public virtual Task SuspendInstanceAsync(string instanceId, CancellationToken cancellation) =>
        SuspendInstanceAsync(instanceId, null, cancellation);

    /// <summary>Halts an instance.</summary>
    public abstract Task SuspendInstanceAsync(
        string instanceId,
        string? reason = null,
        CancellationToken cancellation = default
    );

    /// <summary>Lets a halted instance go on.</summary>
    public virtual Task ResumeInstanceAsync(string instanceId, CancellationToken cancellation) =>
        ResumeInstanceAsync(instanceId, null, cancellation);

    /// <summary>Lets a halted instance go on.</summary>
    public abstract Task ResumeInstanceAsync(
        string instanceId,
        string? reason = null,
        CancellationToken cancellation = default
    );

    /// <summary>Removes an ended instance.</summary>
    public virtual Task<PurgeResult> PurgeInstanceAsync(
        string instanceId,
        CancellationToken cancellation
    ) => PurgeInstanceAsync(instanceId, null, cancellation);

    /// <summary>Removes an ended instance.</summary>
    public virtual Task<PurgeResult> PurgeInstanceAsync(
        string instanceId,
        PurgeInstanceOptions? options = null,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException($"{GetType()} cannot purge instances.");

    /// <summary>Removes the ended instances a filter finds.</summary>
    public virtual Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter,
        CancellationToken cancellation
    ) => PurgeAllInstancesAsync(filter, null, cancellation);

    /// <summary>Removes the ended instances a filter finds.</summary>
    public virtual Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter,
        PurgeInstanceOptions? options = null,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException($"{GetType()} cannot purge instances.");
}
