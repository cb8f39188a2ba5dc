using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Publishing;

namespace ProgramReview.Functions.Status;

/// <summary>An order over many assignments that is being carried out.</summary>
/// <param name="Event">What was ordered.</param>
/// <param name="Progress">How far its process has come.</param>
/// <param name="Total">How many deadlines it looks at, or letters it sends.</param>
public sealed record OrderAtWork(CycleEvent Event, OrderProgress Progress, int Total)
{
    /// <summary>How many have been looked at.</summary>
    public int Seen => Progress.Done + Progress.Stayed.Sum(one => one.Count);

    /// <summary>Those of a cycle; what came of the others stands on record.</summary>
    public static async Task<IReadOnlyList<OrderAtWork>> OfAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    ) =>
        await Task.WhenAll(
            cycle.State.OpenOrders.Select(async order => new OrderAtWork(
                order.Event,
                await OrderStatus.ReadAsync(client, order.Instance, cancellation),
                order.Event switch
                {
                    CycleEvent.ResendOrdered { Letters: var letters } => letters,
                    CycleEvent.Published or CycleEvent.Ended => CycleMails
                        .Recipients(cycle.Plan)
                        .Count,
                    _ => cycle.Plan.Assignments.Count,
                }
            ))
        );
}
