using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Reads what a person chose after an expired round.</summary>
internal sealed class ReadNextStepActivity(IEventStore record)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(ReadNextStepActivity), input, Retries.Standard);

    /// <summary>Reads; may run more than once.</summary>
    [Function(nameof(ReadNextStepActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var state = CycleState.Of(await record.ReadAsync(input.Cycle.Cycle.Stream, cancellation));
        return new Output(state.Choices.GetValueOrDefault(input.Round)?.Step);
    }

    /// <summary>After which round.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The expired round.</param>
    public sealed record Input(CycleRef Cycle, int Round);

    /// <summary>What was chosen.</summary>
    /// <param name="Step">The step, or null while nobody has chosen.</param>
    public sealed record Output(NextStep? Step);
}
