namespace Microsoft.DurableTask;

/// <summary>What a retry handler decides by.</summary>
/// <param name="OrchestrationContext">The orchestration that called the task.</param>
/// <param name="LastAttemptNumber">How many runs there were, from 1.</param>
/// <param name="LastFailure">The failure of the last run.</param>
/// <param name="TotalRetryTime">The time since the first run began.</param>
/// <param name="CancellationToken">Cancelled when retries are to end.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken
);
