using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Requesting;

/// <summary>Writes down that a window opened, with its instants and, where people opened it again, what they asked for.</summary>
internal sealed class OpenWindowActivity(Recorder recorder, TermsReader terms)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, ReportInput input) =>
        context.CallActivityAsync(nameof(OpenWindowActivity), input, Retries.Standard);

    /// <summary>Writes it once.</summary>
    [Function(nameof(OpenWindowActivity))]
    public async Task RunAsync([ActivityTrigger] ReportInput input, CancellationToken cancellation)
    {
        var opening = await terms.GetAsync(input, cancellation);
        var key = FormattableString.Invariant($"opened-{input.Window}");
        await (
            // Nothing is on record before it, as a rule; if there is, it is read then.
            input.Window == 1
                ? recorder.WriteAsync(
                    new EventStream(input.Assignment.Stream, []),
                    key,
                    _ => opening.Open(),
                    cancellation
                )
                : recorder.WriteAsync(
                    input.Assignment.Stream,
                    key,
                    _ => opening.Open(),
                    cancellation
                )
        );
    }
}
