using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Watch;

/// <summary>Runs the short sweep every five minutes, and tells telemetry how everything stands.</summary>
internal sealed partial class ReconcilerFunction(
    Reconciler reconciler,
    HealthWatch health,
    CycleGauges cycles,
    QueueGauges queues,
    IEnumerable<MeterProvider> exports,
    ILogger<ReconcilerFunction> logger
)
{
    private static readonly TimeSpan ExportLimit = TimeSpan.FromSeconds(10);

    /// <summary>Looks; may run more than once.</summary>
    [Function(nameof(ReconcilerFunction))]
    public async Task RunAsync(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var attempts = new Attempts(cancellation);
        await attempts.TryAsync(() =>
            health.WatchAsync(
                timer.IsPastDue,
                () => reconciler.LookAsync(client, cancellation),
                cancellation
            )
        );
        // When the look fails is when operations need to know how things stand.
        await attempts.TryAsync(() => cycles.ReadAsync(cancellation));
        await attempts.TryAsync(() => queues.ReadAsync(cancellation));
        Export();
        attempts.ThrowIfAnyFailed();
    }

    // The instance may be gone before the next regular export.
    private void Export()
    {
        foreach (var export in exports)
        {
            if (!export.ForceFlush((int)ExportLimit.TotalMilliseconds))
            {
                Log.NotExported(logger, ExportLimit);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Metrics could not be exported within {Limit}.")]
        public static partial void NotExported(ILogger logger, TimeSpan limit);
    }
}
