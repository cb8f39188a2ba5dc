using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Requesting;

/// <summary>Writes down that a window opened, with its instants and, where people opened it again, what they asked for.</summary>
internal sealed class OpenWindowActivity(AssignmentRecorder recorder, IEventStore record)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, ReportInput input) =>
        context.CallActivityAsync(nameof(OpenWindowActivity), input, Retries.Standard);

    /// <summary>Writes it once.</summary>
    [Function(nameof(OpenWindowActivity))]
    public async Task RunAsync([ActivityTrigger] ReportInput input, CancellationToken cancellation)
    {
        var terms = input.Terms;
        var (comment, by) = await CommentAsync(input, cancellation);
        await recorder.WriteAsync(
            input.Assignment,
            FormattableString.Invariant($"opened-{terms.Window}"),
            _ => new AssignmentEvent.Opened(
                terms.Window,
                terms.Cause,
                terms.Due,
                terms.Closes,
                comment,
                by
            ),
            cancellation
        );
    }

    // Who asked for it stands in the cycle's stream, whether approvers or operations.
    private async Task<(string? Comment, string? By)> CommentAsync(
        ReportInput input,
        CancellationToken cancellation
    )
    {
        if (input.Terms.Cause == OpeningCause.Plan)
        {
            return (null, null);
        }
        var state = CycleState.Of(await record.ReadAsync(input.Cycle.Cycle.Stream, cancellation));
        if (input.AskedInRound is { } round)
        {
            var asked = state.Round(round)?.Reopened();
            return (asked?.GetValueOrDefault(input.Assignment), null);
        }
        var order = state
            .Orders.OfType<CycleEvent.Reopened>()
            .First(order =>
                order.Assignment == input.Assignment && order.Window == input.Terms.Window
            );
        return (order.Reason, order.By);
    }
}
