namespace Microsoft.DurableTask.Client;

/// <summary>Which orchestrations to list, and how.</summary>
/// <param name="CreatedFrom">Created at or after.</param>
/// <param name="CreatedTo">Created at or before.</param>
/// <param name="Statuses">In any of these statuses.</param>
/// <param name="TaskHubNames">In any of these hubs.</param>
/// <param name="InstanceIdPrefix">With an id that begins so.</param>
/// <param name="PageSize">At most so many a page.</param>
/// <param name="FetchInputsAndOutputs">Whether payloads are fetched.</param>
/// <param name="ContinuationToken">Where to go on.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null
)
{
    /// <summary>The size of a page unless given.</summary>
    public const int DefaultPageSize = 100;
}
