using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Functions.Watch;

/// <summary>Runs the long sweep once a day, at 19:30 UTC: night in Hanoi.</summary>
internal sealed class DailyReconcilerFunction(DailyReconciler reconciler)
{
    /// <summary>Looks; may run more than once.</summary>
    [Function(nameof(DailyReconcilerFunction))]
    public Task RunAsync(
        [TimerTrigger("0 30 19 * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => reconciler.LookAsync(client, cancellation);
}
