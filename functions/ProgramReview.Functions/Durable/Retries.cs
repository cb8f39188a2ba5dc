using Microsoft.DurableTask;

namespace ProgramReview.Functions.Durable;

/// <summary>How activities are tried again: whatever the exception, since the host hides its type, and bounded.</summary>
internal static class Retries
{
    /// <summary>Four tries within a minute: for one of many steps that do not need each other, which can be tried again after the others.</summary>
    public static readonly TaskOptions Brief = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 4,
            firstRetryInterval: TimeSpan.FromSeconds(5),
            backoffCoefficient: 2
        )
    );

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
