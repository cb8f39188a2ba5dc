using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Writes down what came of an order over many assignments, once its last step is taken.</summary>
internal sealed class EndOrderActivity(Recorder recorder)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, OrderInput input) =>
        context.CallActivityAsync(nameof(EndOrderActivity), input, Retries.Standard);

    /// <summary>Writes; may run more than once. What the end of the cycle overtook is told nothing more.</summary>
    [Function(nameof(EndOrderActivity))]
    public Task RunAsync([ActivityTrigger] OrderInput input, CancellationToken cancellation) =>
        recorder.WriteAsync(
            input.Cycle.Cycle.Stream,
            FormattableString.Invariant($"order-{input.Entry}-done"),
            entries =>
                entries.Cycle.OpenOrders.FirstOrDefault(order => order.Sequence == input.Entry)
                    is not { } order
                    ? null
                : order.Event is CycleEvent.OutageDeclared
                    ? new CycleEvent.OutageApplied(
                        input.Entry,
                        input.Progress.Done,
                        input.Progress.Stayed
                    )
                : new CycleEvent.LettersSent(input.Entry),
            cancellation
        );
}
