using System.Globalization;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.InMemory;

/// <summary>The doorbell queue in memory.</summary>
public sealed class InMemoryBlobCreatedQueue(TimeProvider clock)
    : InMemoryQueue(clock),
        IBlobCreatedQueue
{
    private long rung;

    /// <inheritdoc/>
    public Task WakeAsync(string blobName, CancellationToken cancellation = default)
    {
        var id = Interlocked.Increment(ref rung).ToString(CultureInfo.InvariantCulture);
        return AddAsync(BlobCreatedMessage.Write(blobName, id, Clock.GetUtcNow()), cancellation);
    }
}
