using System.Diagnostics.Metrics;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Status;

/// <summary>How the doorbell stands, for telemetry: how long somebody has been waiting at it, and what was put aside. Read with the sweep.</summary>
internal sealed class DoorbellGauges : IDisposable
{
    private readonly IDoorbellWatch doorbell;
    private readonly Meter meter = new(FactMeter.Name);
    private readonly FreshMeasurements<double> age;
    private readonly FreshMeasurements<long> poison;

    public DoorbellGauges(IDoorbellWatch doorbell, WallClock wall)
    {
        this.doorbell = doorbell;
        (age, poison) = (new(wall), new(wall));
        meter.CreateObservableGauge(
            "review.doorbell.age",
            age.Tell,
            "s",
            "Age of the oldest message that waits on the doorbell queue"
        );
        meter.CreateObservableGauge(
            "review.doorbell.poison",
            poison.Tell,
            description: "Messages of the doorbell that were put aside after their last try"
        );
    }

    /// <summary>Looks at the queues.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        var state = await doorbell.LookAsync(cancellation);
        age.Keep([new(state.Oldest.TotalSeconds)]);
        poison.Keep([new(state.PutAside)]);
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
