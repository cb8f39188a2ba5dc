namespace Microsoft.DurableTask;

/// <summary>Decides, as orchestrator code, whether a failed task is tried again.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>Decides, as orchestrator code that may await durable calls, whether a failed task is tried again.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
