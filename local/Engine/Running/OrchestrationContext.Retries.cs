using System.Runtime.ExceptionServices;
using DurableTask.Core;
using Microsoft.DurableTask;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <content>Trying failed tasks again.</content>
internal sealed partial class OrchestrationContext
{
    private async Task<string?> RetryByPolicyAsync(HistoryEvent call, RetryPolicy policy)
    {
        var first = Now;
        for (var attempt = 1; ; attempt++)
        {
            ExceptionDispatchInfo failure;
            try
            {
                return await TryAsync(call);
            }
            catch (TaskFailedException exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            var isLast = attempt == policy.MaxNumberOfAttempts;
            var wait = isLast
                ? TimeSpan.Zero
                : NextDelay(policy, attempt, first, failure.SourceException);
            if (
                wait is null
                || Failures.IsPermanent(
                    ((TaskFailedException)failure.SourceException).FailureDetails
                )
            )
            {
                failure.Throw();
            }

            // Durable Functions writes one more timer, due now, after the last attempt; so do we.
            await CreateTimer(Now + wait!.Value, CancellationToken.None);
            if (isLast)
            {
                failure.Throw();
            }
        }
    }

    private TimeSpan? NextDelay(RetryPolicy policy, int attempt, DateTime first, Exception failure)
    {
        var isOver =
            policy.RetryTimeout != Timeout.InfiniteTimeSpan && Now - first >= policy.RetryTimeout;
        if (!IsHandled(policy, failure) || isOver)
        {
            return null;
        }

        var wait =
            policy.FirstRetryInterval.TotalMilliseconds
            * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        var longest =
            policy.MaxRetryInterval == Timeout.InfiniteTimeSpan
                ? TimeSpan.FromDays(365_000).TotalMilliseconds
                : policy.MaxRetryInterval.TotalMilliseconds;
        return TimeSpan.FromMilliseconds(Math.Min(wait, longest));
    }

    // A decision that throws counts as "no": the original failure is what the caller sees.
#pragma warning disable CA1031
    private static bool IsHandled(RetryPolicy policy, Exception failure)
    {
        try
        {
            return policy.Handle(
                new DurableTask.Core.Exceptions.TaskFailedException(failure.Message)
                {
                    FailureDetails = ToCore(((TaskFailedException)failure).FailureDetails),
                }
            );
        }
        catch
        {
            return false;
        }
    }
#pragma warning restore CA1031

    /// <summary>The policy of the SDK asks with what the core of the SDK throws, and with nothing else.</summary>
    private static FailureDetails? ToCore(TaskFailureDetails? details) =>
        details is null
            ? null
            : new(
                details.ErrorType,
                details.ErrorMessage,
                details.StackTrace,
                ToCore(details.InnerFailure),
                isNonRetriable: false
            );

    private async Task<string?> RetryByHandlerAsync(HistoryEvent call, AsyncRetryHandler handler)
    {
        var first = Now;
        for (var attempt = 1; ; attempt++)
        {
            TaskFailedException failure;
            try
            {
                return await TryAsync(call);
            }
            catch (TaskFailedException exception)
                when (!Failures.IsPermanent(exception.FailureDetails))
            {
                failure = exception;
            }

            var context = new RetryContext(
                this,
                attempt,
                failure.FailureDetails,
                Now - first,
                CancellationToken.None
            );
            if (!await handler(context))
            {
                ExceptionDispatchInfo.Throw(failure);
            }
        }
    }
}
