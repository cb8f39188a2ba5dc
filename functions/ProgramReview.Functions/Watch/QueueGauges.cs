using System.Diagnostics.Metrics;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Watch;

/// <summary>How each queue stands, for telemetry: how long somebody has been waiting at it, and what was put aside. Read with the reconciler.</summary>
internal sealed class QueueGauges : IDisposable
{
    private readonly IQueueWatch queues;
    private readonly Meter meter = new(EventMeter.Name);
    private readonly FreshMeasurements<double> age;
    private readonly FreshMeasurements<long> poison;

    public QueueGauges(IQueueWatch queues, WallClock wall)
    {
        this.queues = queues;
        (age, poison) = (new(wall), new(wall));
        meter.CreateObservableGauge(
            "review.queues.age",
            age.Tell,
            "s",
            "Age of the oldest message that waits on the queue"
        );
        meter.CreateObservableGauge(
            "review.queues.poison",
            poison.Tell,
            description: "Messages of the queue that were put aside after their last try"
        );
    }

    /// <summary>Looks at all queues.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        var (ages, aside) = (new List<Measurement<double>>(), new List<Measurement<long>>());
        foreach (var queue in StorageNames.Queues)
        {
            var state = await queues.LookAsync(queue, cancellation);
            var tag = new KeyValuePair<string, object?>("queue", queue);
            ages.Add(new(state.Oldest.TotalSeconds, tag));
            aside.Add(new(state.PutAside, tag));
        }
        age.Keep(ages);
        poison.Keep(aside);
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
