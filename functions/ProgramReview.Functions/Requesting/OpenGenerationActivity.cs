using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Audit;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Orchestration;

namespace ProgramReview.Functions.Requesting;

/// <summary>Writes down that a generation opened, with its instants and, for a correction, what the approvers asked for.</summary>
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
        var comment = input.AskedInRound is { } round
            ? await CommentAsync(input, round, cancellation)
            : null;
        await recorder.WriteAsync(
            input.Assignment,
            FormattableString.Invariant($"opened-{terms.Generation}"),
            _ => new AssignmentFact.Opened(
                terms.Generation,
                terms.Cause,
                terms.Due,
                terms.Closes,
                comment
            ),
            cancellation
        );
    }

    private async Task<string?> CommentAsync(
        ReportInput input,
        int round,
        CancellationToken cancellation
    )
    {
        var state = CycleState.Of(await record.ReadAsync(input.Cycle.Cycle.Stream, cancellation));
        return state.Round(round) is { } asked
            ? asked.Reopened().GetValueOrDefault(input.Assignment)
            : null;
    }
}
