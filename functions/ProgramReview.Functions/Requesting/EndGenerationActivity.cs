using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Audit;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Orchestration;

namespace ProgramReview.Functions.Requesting;

/// <summary>Writes down that a generation ended.</summary>
internal sealed class EndGenerationActivity(AssignmentRecorder recorder)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(EndGenerationActivity), input, Retries.Standard);

    /// <summary>Writes it once.</summary>
    [Function(nameof(EndGenerationActivity))]
    public Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation)
    {
        var generation = input.Report.Terms.Generation;
        return recorder.WriteAsync(
            input.Report.Assignment,
            FormattableString.Invariant($"ended-{generation}"),
            _ => new AssignmentFact.GenerationEnded(generation, input.Outcome),
            cancellation
        );
    }

    /// <summary>What ended, and how.</summary>
    /// <param name="Report">The report's process.</param>
    /// <param name="Outcome">How it ended.</param>
    public sealed record Input(ReportInput Report, GenerationOutcome Outcome);
}
