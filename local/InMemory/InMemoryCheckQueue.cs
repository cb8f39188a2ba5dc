using System.Threading.Channels;
using ProgramReview.Functions.Checking;

namespace ProgramReview.Local.InMemory;

/// <summary>The queue of checks in memory: first in, first out.</summary>
public sealed class InMemoryCheckQueue : ICheckQueue
{
    private readonly Channel<string> queue = Channel.CreateUnbounded<string>();

    /// <summary>Where the messages come out, each once.</summary>
    public ChannelReader<string> Messages => queue.Reader;

    /// <inheritdoc/>
    public Task EnqueueAsync(string blobName, CancellationToken cancellation = default) =>
        queue.Writer.WriteAsync(blobName, cancellation).AsTask();
}
