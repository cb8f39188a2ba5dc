using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Requesting;

/// <summary>Writes down that a window opened, with its instants and, where people opened it again, what they asked for.</summary>
internal sealed class OpenWindowActivity(AssignmentRecorder recorder, TermsReader terms)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, ReportInput input) =>
        context.CallActivityAsync(nameof(OpenWindowActivity), input, Retries.Standard);

    /// <summary>Writes it once.</summary>
    [Function(nameof(OpenWindowActivity))]
    public async Task RunAsync([ActivityTrigger] ReportInput input, CancellationToken cancellation)
    {
        var opening = await terms.GetAsync(input, cancellation);
        await recorder.WriteAsync(
            input.Assignment,
            FormattableString.Invariant($"opened-{input.Window}"),
            _ => new AssignmentEvent.Opened(
                opening.Window,
                opening.Cause,
                opening.Due,
                opening.Closes,
                opening.Comment,
                opening.By
            ),
            cancellation
        );
    }
}
