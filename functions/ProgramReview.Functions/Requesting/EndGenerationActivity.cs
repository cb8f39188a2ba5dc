using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Audit;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Orchestration;

namespace ProgramReview.Functions.Requesting;

/// <summary>Writes down that a generation ended, unless a person moved its close in the last moment.</summary>
internal sealed class EndGenerationActivity(AssignmentRecorder recorder, TimeProvider clock)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(EndGenerationActivity), input, Retries.Standard);

    /// <summary>Writes it once.</summary>
    [Function(nameof(EndGenerationActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var generation = input.Report.Terms.Generation;
        var recorded = await recorder.WriteAsync(
            input.Report.Assignment,
            FormattableString.Invariant($"ended-{generation}"),
            entries =>
                input.Outcome == GenerationOutcome.Missing && IsOpen(entries, generation)
                    ? null
                    : new AssignmentFact.GenerationEnded(generation, input.Outcome),
            cancellation
        );
        return new Output(recorded is not null);
    }

    private bool IsOpen(IReadOnlyList<Entry> entries, int generation) =>
        AssignmentState.Of(entries).Current is { } current
        && current.Number == generation
        && current.IsOpen(clock.GetUtcNow());

    /// <summary>What ended, and how.</summary>
    /// <param name="Report">The report's process.</param>
    /// <param name="Outcome">How it ended.</param>
    public sealed record Input(ReportInput Report, GenerationOutcome Outcome);

    /// <summary>Whether it ended.</summary>
    /// <param name="HasEnded">False if it is open again: look once more.</param>
    public sealed record Output(bool HasEnded);
}
