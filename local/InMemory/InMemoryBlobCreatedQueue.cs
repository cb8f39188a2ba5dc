using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.InMemory;

/// <summary>The doorbell queue in memory: first in, first out.</summary>
public sealed class InMemoryBlobCreatedQueue(TimeProvider clock)
    : IBlobCreatedQueue,
        IBlobCreatedQueueWatch
{
    private readonly Channel<string> queue = Channel.CreateUnbounded<string>();
    private long rung;
    private long putAside;

    /// <summary>Where the messages come out, each once.</summary>
    public ChannelReader<string> Messages => queue.Reader;

    /// <inheritdoc/>
    public Task WakeAsync(string blobName, CancellationToken cancellation = default)
    {
        var id = Interlocked.Increment(ref rung).ToString(CultureInfo.InvariantCulture);
        return queue
            .Writer.WriteAsync(
                BlobCreatedMessage.Write(blobName, id, clock.GetUtcNow()),
                cancellation
            )
            .AsTask();
    }

    /// <summary>Takes the next message, as after its last try.</summary>
    public async Task PutAsideAsync(CancellationToken cancellation = default)
    {
        await queue.Reader.ReadAsync(cancellation);
        Interlocked.Increment(ref putAside);
    }

    /// <inheritdoc/>
    public Task<BlobCreatedQueueState> LookAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var oldest = queue.Reader.TryPeek(out var first)
            ? clock.GetUtcNow() - TimeOf(first)
            : TimeSpan.Zero;
        return Task.FromResult(new BlobCreatedQueueState(oldest, Interlocked.Read(ref putAside)));
    }

    private static DateTimeOffset TimeOf(string message)
    {
        using var document = JsonDocument.Parse(message);
        return document.RootElement.GetProperty("eventTime").GetDateTimeOffset();
    }
}
