using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Functions.Status;

/// <summary>Runs the long sweep once a day, at 19:30 UTC: night in Hanoi.</summary>
internal sealed class DailySweepFunction(DailySweep sweep)
{
    /// <summary>Looks; may run more than once.</summary>
    [Function(nameof(DailySweepFunction))]
    public Task RunAsync(
        [TimerTrigger("0 30 19 * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => sweep.LookAsync(client, cancellation);
}
