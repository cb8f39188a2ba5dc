using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Requesting;

/// <summary>Writes down that a window ended, with what stayed unexplained, unless something came between in the last moment.</summary>
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
                input.Outcome != WindowOutcome.Exempt && GoesOn(entries.Assignment, window, input)
                    ? null
                    : new AssignmentEvent.WindowEnded(
                        window,
                        input.Outcome,
                        UnexplainedQuery.Of(entries.Assignment) is { Count: > 0 } unexplained
                            ? unexplained
                            : null
                    ),
            cancellation
        );
        return new Output(recorded is not null);
    }

    // A person moved its close, something came that nobody has looked at, or what came counts by now or can be corrected.
    private bool GoesOn(AssignmentState state, int window, Input input) =>
        state.Current is { } current
        && current.Number == window
        && (
            state.ChecksUntil(window) is not null
            || (
                input.Outcome == WindowOutcome.Missing
                && (
                    current.IsOpen(clock.GetUtcNow())
                    || state.CurrentIsAccepted
                    || (current.TakesCorrections(clock.GetUtcNow()) && state.Correctable().Any())
                )
            )
        );

    /// <summary>What ended, and how.</summary>
    /// <param name="Report">The report's process.</param>
    /// <param name="Outcome">How it ended.</param>
    public sealed record Input(ReportInput Report, WindowOutcome Outcome);

    /// <summary>Whether it ended.</summary>
    /// <param name="HasEnded">False if it goes on: look once more.</param>
    public sealed record Output(bool HasEnded);
}
