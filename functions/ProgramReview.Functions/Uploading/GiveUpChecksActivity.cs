using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Uploading;

/// <summary>Gives up the checks that a closed window has waited for long enough.</summary>
internal sealed class GiveUpChecksActivity(OverdueChecks checks)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(GiveUpChecksActivity), input, Retries.Standard);

    /// <summary>Writes them down; may run more than once.</summary>
    [Function(nameof(GiveUpChecksActivity))]
    public Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation) =>
        checks.GiveUpAsync(input.Report.Assignment, input.At, cancellation);

    /// <summary>Whose checks.</summary>
    /// <param name="Report">The report's process.</param>
    /// <param name="At">Its present.</param>
    public sealed record Input(ReportInput Report, DateTimeOffset At);
}
