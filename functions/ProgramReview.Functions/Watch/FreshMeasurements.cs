using System.Diagnostics.Metrics;
using ProgramReview.Functions.Durable;

namespace ProgramReview.Functions.Watch;

/// <summary>
/// What a gauge was last read as. It is told only while it is fresh: timers move between instances, and the one that read before must not
/// go on telling old news beside the one that reads now.
/// </summary>
internal sealed class FreshMeasurements<T>(WallClock wall)
    where T : struct
{
    /// <summary>How long they are told: three looks of the reconciler.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private volatile Reading last = new([], 0);

    /// <summary>Keeps what was just read.</summary>
    public void Keep(IReadOnlyList<Measurement<T>> values) =>
        last = new Reading(values, wall.Time.GetTimestamp());

    /// <summary>What was read, or nothing if that is too long ago.</summary>
    public IReadOnlyList<Measurement<T>> Tell() =>
        last is var (values, at) && wall.Time.GetElapsedTime(at) <= Lifetime ? values : [];

    // One reference, so that values and instant always belong together.
    private sealed record Reading(IReadOnlyList<Measurement<T>> Values, long At);
}
