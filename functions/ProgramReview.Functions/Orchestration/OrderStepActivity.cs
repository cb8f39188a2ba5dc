using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Takes one step of an order over many assignments; what an earlier try did is counted, and done no second time.</summary>
internal sealed class OrderStepActivity(
    Cycles cycles,
    OutageMoves outages,
    RefusedMails refused,
    CycleMails mails
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, OrderInput input) =>
        context.CallActivityAsync<Output>(nameof(OrderStepActivity), input, Retries.Standard);

    /// <summary>Takes the step.</summary>
    [Function(nameof(OrderStepActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] OrderInput input,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var cycle = (await cycles.FindAsync(input.Cycle.Cycle, cancellation))!;
        var order = cycle.State.LongOrders.Single(one => one.Sequence == input.Entry);
        var (steps, place) = (input.Progress.Steps, input.Progress.Place);
        switch (order.Event)
        {
            case CycleEvent.OutageDeclared:
                var moves = await outages.MoveAsync(
                    client,
                    cycle,
                    input.Entry,
                    place,
                    cancellation
                );
                return new(moves.Moved, moves.Stayed, moves.Next);
            case CycleEvent.ResendOrdered:
                var resent = await refused.ResendAsync(cycle, order.At, place, cancellation);
                return new(resent.Letters, [], resent.Next);
            case CycleEvent.Published or CycleEvent.Ended:
                if (
                    order.Event is CycleEvent.Ended { By: not null }
                    && steps <= StoppedProcesses.MostSteps(cycle.Plan)
                    && await StoppedProcesses.EndSomeAsync(client, cycle, cancellation)
                )
                {
                    return new(0, [], place);
                }
                var told = await mails.SendAsync(cycle, order, place, cancellation);
                return new(told.Letters, [], told.Next);
            default:
                throw new InvalidOperationException(
                    $"{order.Event.GetType().Name} is carried out at once."
                );
        }
    }

    /// <summary>What came of the step.</summary>
    /// <param name="Done">How many deadlines moved, or letters went out.</param>
    /// <param name="Stayed">How many deadlines did not move, and why.</param>
    /// <param name="Next">Where the next step begins; null after the last.</param>
    public sealed record Output(int Done, IReadOnlyList<OutageStays> Stayed, int? Next);
}
