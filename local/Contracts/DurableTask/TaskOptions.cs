namespace Microsoft.DurableTask;

/// <summary>How an activity or sub-orchestration is called.</summary>
public record TaskOptions
{
    /// <summary>With retries only.</summary>
    public TaskOptions(TaskRetryOptions? retry)
        : this(retry, null) { }

    /// <summary>With retries and tags.</summary>
    public TaskOptions(TaskRetryOptions? retry = null, IDictionary<string, string>? tags = null)
    {
        Retry = retry;
        Tags = tags;
    }

    /// <summary>Copies other options.</summary>
    public TaskOptions(TaskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Retry = options.Retry;
        Tags = options.Tags;
        Version = options.Version;
    }

    /// <summary>How failures are tried again; not at all unless given.</summary>
    public TaskRetryOptions? Retry { get; init; }

    /// <summary>Labels that travel with the task.</summary>
    public IDictionary<string, string>? Tags { get; init; }

    /// <summary>The version to call.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>With retries by policy.</summary>
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>With retries by handler.</summary>
    public static TaskOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    /// <summary>With retries by handler.</summary>
    public static TaskOptions FromRetryHandler(RetryHandler handler) => new(handler);

    /// <summary>The same options for a sub-orchestration of the given id.</summary>
    public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
}
