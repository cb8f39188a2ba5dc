using Microsoft.DurableTask;

namespace ProgramReview.Functions.Durable;

/// <summary>How activities are tried again: whatever the exception, since the host hides its type, and bounded.</summary>
internal static class Retries
{
    /// <summary>Thirteen tries over a little more than two hours: long enough for a storage outage, short enough to be seen the same day.</summary>
    public static readonly TaskOptions Standard = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 13,
            firstRetryInterval: TimeSpan.FromSeconds(5),
            backoffCoefficient: 2,
            maxRetryInterval: TimeSpan.FromMinutes(30)
        )
    );
}
