using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Functions.Status;

/// <summary>Runs the short sweep every five minutes.</summary>
internal sealed class SweepFunction(Sweep sweep, HealthWatch health, CycleGauges gauges)
{
    /// <summary>Looks; may run more than once.</summary>
    [Function(nameof(SweepFunction))]
    public async Task RunAsync(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        await health.WatchAsync(
            timer.IsPastDue,
            () => sweep.LookAsync(client, cancellation),
            cancellation
        );
        await gauges.ReadAsync(cancellation);
    }
}
