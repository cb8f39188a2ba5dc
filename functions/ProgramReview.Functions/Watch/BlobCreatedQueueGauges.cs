using System.Diagnostics.Metrics;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Watch;

/// <summary>How the doorbell stands, for telemetry: how long somebody has been waiting at it, and what was put aside. Read with the reconciler.</summary>
internal sealed class BlobCreatedQueueGauges : IDisposable
{
    private readonly IBlobCreatedQueueWatch blobCreated;
    private readonly Meter meter = new(EventMeter.Name);
    private readonly FreshMeasurements<double> age;
    private readonly FreshMeasurements<long> poison;

    public BlobCreatedQueueGauges(IBlobCreatedQueueWatch blobCreated, WallClock wall)
    {
        this.blobCreated = blobCreated;
        (age, poison) = (new(wall), new(wall));
        meter.CreateObservableGauge(
            "review.blob-created.age",
            age.Tell,
            "s",
            "Age of the oldest message that waits on the doorbell queue"
        );
        meter.CreateObservableGauge(
            "review.blob-created.poison",
            poison.Tell,
            description: "Messages of the doorbell that were put aside after their last try"
        );
    }

    /// <summary>Looks at the queues.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        var state = await blobCreated.LookAsync(cancellation);
        age.Keep([new(state.Oldest.TotalSeconds)]);
        poison.Keep([new(state.PutAside)]);
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
