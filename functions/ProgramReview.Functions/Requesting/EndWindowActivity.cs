using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Requesting;

/// <summary>Writes down that a window ended, unless a person moved its close in the last moment.</summary>
internal sealed class EndWindowActivity(Recorder recorder, TimeProvider clock)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(EndWindowActivity), input, Retries.Standard);

    /// <summary>Writes it once.</summary>
    [Function(nameof(EndWindowActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var window = input.Report.Window;
        var recorded = await recorder.WriteAsync(
            input.Report.Assignment.Stream,
            FormattableString.Invariant($"ended-{window}"),
            entries =>
                input.Outcome == WindowOutcome.Missing && IsOpen(entries, window)
                    ? null
                    : new AssignmentEvent.WindowEnded(window, input.Outcome),
            cancellation
        );
        return new Output(recorded is not null);
    }

    private bool IsOpen(EventStream entries, int window) =>
        entries.Assignment.Current is { } current
        && current.Number == window
        && current.IsOpen(clock.GetUtcNow());

    /// <summary>What ended, and how.</summary>
    /// <param name="Report">The report's process.</param>
    /// <param name="Outcome">How it ended.</param>
    public sealed record Input(ReportInput Report, WindowOutcome Outcome);

    /// <summary>Whether it ended.</summary>
    /// <param name="HasEnded">False if it is open again: look once more.</param>
    public sealed record Output(bool HasEnded);
}
