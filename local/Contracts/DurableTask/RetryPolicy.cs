using System.ComponentModel;

namespace Microsoft.DurableTask;

/// <summary>How often and how far apart a failed task is tried again.</summary>
public class RetryPolicy
{
    private static readonly TimeSpan DefaultMaxInterval = TimeSpan.FromHours(1);

    /// <summary>Checks and keeps the numbers; the first run counts as an attempt.</summary>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1);
        ThrowIfShorter(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        ThrowIfShorter(retryTimeout, firstRetryInterval, nameof(retryTimeout));

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? DefaultMaxInterval;
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
        Handle = static _ => true;
    }

    /// <summary>The number of runs at most, the first included.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>The wait before the second run.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>By how much each wait is longer than the one before.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>The longest wait; one hour unless given.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>The time after which no further run is planned; unlimited unless given.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Whether a failure, as an exception, is tried again.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<Exception, bool> Handle { get; private init; }

    /// <summary>Decides by the failure's details whether it is tried again.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init =>
            Handle = exception =>
                exception is TaskFailedException { FailureDetails: { } details }
                    ? value(details)
                    : throw new InvalidOperationException(
                        "The failure has no details to decide by.",
                        exception
                    );
    }

    private static void ThrowIfShorter(TimeSpan? value, TimeSpan first, string name)
    {
        if (value is { } given && given != Timeout.InfiniteTimeSpan && given < first)
        {
            throw new ArgumentOutOfRangeException(
                name,
                given,
                "Must not be shorter than the first retry interval."
            );
        }
    }
}
