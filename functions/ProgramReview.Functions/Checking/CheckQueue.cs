using Azure.Storage.Queues;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Checking;

/// <summary>The same as a Storage queue, beside the one that tells of created blobs: what takes long to read delays no receipt.</summary>
internal sealed class CheckQueue(QueueServiceClient queues) : ICheckQueue
{
    private readonly QueueClient queue = queues.GetQueueClient(StorageNames.CheckQueueName);

    /// <inheritdoc/>
    public Task EnqueueAsync(string blobName, CancellationToken cancellation = default) =>
        queue.SendMessageAsync(blobName, cancellation);
}
