using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.InMemory;

/// <summary>Looks at the queues in memory.</summary>
public sealed class InMemoryQueueWatch(InMemoryBlobCreatedQueue created, InMemoryCheckQueue checks)
    : IQueueWatch
{
    /// <inheritdoc/>
    public Task<QueueState> LookAsync(string queue, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(
            queue switch
            {
                StorageNames.BlobCreatedQueueName => created.Look(),
                StorageNames.CheckQueueName => checks.Look(),
                // No storage brings verdicts here.
                StorageNames.ScanResultQueueName => new QueueState(TimeSpan.Zero, 0, 0),
                _ => throw new ArgumentOutOfRangeException(nameof(queue), queue, "No such queue."),
            }
        );
    }
}
