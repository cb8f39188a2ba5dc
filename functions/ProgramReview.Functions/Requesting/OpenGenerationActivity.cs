using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Audit;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Orchestration;

namespace ProgramReview.Functions.Requesting;

/// <summary>Writes down that a generation opened, with its instants and, where people opened it again, what they asked for.</summary>
internal sealed class OpenGenerationActivity(AssignmentRecorder recorder, IRecord record)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, ReportInput input) =>
        context.CallActivityAsync(nameof(OpenGenerationActivity), input, Retries.Standard);

    /// <summary>Writes it once.</summary>
    [Function(nameof(OpenGenerationActivity))]
    public async Task RunAsync([ActivityTrigger] ReportInput input, CancellationToken cancellation)
    {
        var terms = input.Terms;
        var (comment, by) = await CommentAsync(input, cancellation);
        await recorder.WriteAsync(
            input.Assignment,
            FormattableString.Invariant($"opened-{terms.Generation}"),
            _ => new AssignmentFact.Opened(
                terms.Generation,
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
            .Orders.OfType<CycleFact.Reopened>()
            .First(order =>
                order.Assignment == input.Assignment && order.Generation == input.Terms.Generation
            );
        return (order.Reason, order.By);
    }
}
