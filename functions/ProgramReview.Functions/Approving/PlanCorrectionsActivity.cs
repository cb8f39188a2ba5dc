using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Turns the changes that a round asked for, if it did, into new windows of the named assignments.</summary>
internal sealed class PlanCorrectionsActivity(IEventStore record, Cycles cycles)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<IReadOnlyList<ProcessId>> CallAsync(
        TaskOrchestrationContext context,
        Input input
    ) =>
        context.CallActivityAsync<IReadOnlyList<ProcessId>>(
            nameof(PlanCorrectionsActivity),
            input,
            Retries.Standard
        );

    /// <summary>Reads; may run more than once, with the same answer.</summary>
    [Function(nameof(PlanCorrectionsActivity))]
    public async Task<IReadOnlyList<ProcessId>> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var (cycle, number) = input;
        var plan = await cycles.PlanAsync(cycle.Cycle, cancellation);
        var entries = await record.ReadAsync(cycle.Cycle.Stream, cancellation);
        return entries.Cycle.Round(number)?.Outcome != RoundOutcome.ChangesAsked
            ? []
            :
            [
                .. WindowTerms
                    .AskedFor(plan, number, entries)
                    .Select(asked => new ProcessId.Report(asked.Assignment, asked.Window)),
            ];
    }

    /// <summary>Which round asked.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The round.</param>
    public sealed record Input(CycleRef Cycle, int Round);
}
