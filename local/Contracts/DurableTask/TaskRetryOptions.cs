namespace Microsoft.DurableTask;

/// <summary>Either a retry policy or a retry handler.</summary>
public sealed class TaskRetryOptions
{
    /// <summary>Retries by policy.</summary>
    public TaskRetryOptions(RetryPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
    }

    /// <summary>Retries by handler.</summary>
    public TaskRetryOptions(AsyncRetryHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Handler = handler;
    }

    /// <summary>The policy, if that is what was given.</summary>
    public RetryPolicy? Policy { get; }

    /// <summary>The handler, if that is what was given.</summary>
    public AsyncRetryHandler? Handler { get; }

    /// <summary>Retries by policy.</summary>
    public static implicit operator TaskRetryOptions(RetryPolicy policy) => FromRetryPolicy(policy);

    /// <summary>Retries by handler.</summary>
    public static implicit operator TaskRetryOptions(AsyncRetryHandler handler) =>
        FromRetryHandler(handler);

    /// <summary>Retries by handler.</summary>
    public static implicit operator TaskRetryOptions(RetryHandler handler) =>
        FromRetryHandler(handler);

    /// <summary>Retries by policy.</summary>
    public static TaskRetryOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>Retries by handler.</summary>
    public static TaskRetryOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    /// <summary>Retries by handler.</summary>
    public static TaskRetryOptions FromRetryHandler(RetryHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new(context => Task.FromResult(handler(context)));
    }
}
