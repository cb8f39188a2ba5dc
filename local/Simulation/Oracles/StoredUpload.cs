using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>A file that is in storage.</summary>
/// <param name="At">Its place in the order of all that happened.</param>
/// <param name="Assignment">What it is for.</param>
/// <param name="Window">For which window it was permitted.</param>
/// <param name="Part">For which part.</param>
/// <param name="BlobName">Its name.</param>
/// <param name="Committed">When its last byte was stored.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Made">What it really is.</param>
internal sealed record StoredUpload(
    int At,
    AssignmentId Assignment,
    int Window,
    string Part,
    string BlobName,
    DateTimeOffset Committed,
    string Sha256,
    MadeFile Made
)
{
    /// <summary>The instant as storage tells it: in whole seconds.</summary>
    public DateTimeOffset Told { get; } =
        Committed.AddTicks(-(Committed.Ticks % TimeSpan.TicksPerSecond));
}
