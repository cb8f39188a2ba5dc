using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Reads how a round ended, and what a person chose after one that expired.</summary>
internal sealed class ReadOutcomeActivity(IEventStore record)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(ReadOutcomeActivity), input, Retries.Standard);

    /// <summary>Reads; may run more than once.</summary>
    [Function(nameof(ReadOutcomeActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var state = CycleState.Of(await record.ReadAsync(input.Cycle.Cycle.Stream, cancellation));
        return new Output(
            state.OutcomeOf(input.Round),
            state.Choices.GetValueOrDefault(input.Round)?.Step
        );
    }

    /// <summary>Which round.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The round.</param>
    public sealed record Input(CycleRef Cycle, int Round);

    /// <summary>What was found.</summary>
    /// <param name="Outcome">How it ended, or null while it runs.</param>
    /// <param name="Step">What was chosen, or null while nobody has.</param>
    public sealed record Output(RoundOutcome? Outcome, NextStep? Step);
}
