using System.Globalization;
using System.Threading.Channels;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.InMemory;

/// <summary>The doorbell queue in memory: first in, first out.</summary>
public sealed class InMemoryDoorbell(TimeProvider clock) : IDoorbell
{
    private readonly Channel<string> queue = Channel.CreateUnbounded<string>();
    private long rung;

    /// <summary>Where the messages come out, each once.</summary>
    public ChannelReader<string> Messages => queue.Reader;

    /// <inheritdoc/>
    public Task RingAsync(string blobName, CancellationToken cancellation = default)
    {
        var id = Interlocked.Increment(ref rung).ToString(CultureInfo.InvariantCulture);
        return queue
            .Writer.WriteAsync(DoorbellMessage.Write(blobName, id, clock.GetUtcNow()), cancellation)
            .AsTask();
    }
}
