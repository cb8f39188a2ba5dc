namespace Microsoft.DurableTask.Client;

/// <summary>Says which existing instances block a start.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>Every status that can block a start.</summary>
    public static readonly IReadOnlyList<OrchestrationRuntimeStatus> ValidDedupeStatuses =
    [
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
        OrchestrationRuntimeStatus.Canceled,
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>The same options with the given blocking statuses; an instance in any other is replaced.</summary>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options,
        params OrchestrationRuntimeStatus[] dedupeStatuses
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with
        {
            DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())],
        };
    }
}
