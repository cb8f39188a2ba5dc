using Azure.Storage.Queues;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>The doorbell as a Storage queue.</summary>
internal sealed class BlobCreatedQueue(
    QueueServiceClient queues,
    IEntropy entropy,
    TimeProvider clock
) : IBlobCreatedQueue
{
    private readonly QueueClient queue = queues.GetQueueClient(StorageNames.BlobCreatedQueueName);

    /// <inheritdoc/>
    public Task WakeAsync(string blobName, CancellationToken cancellation = default) =>
        queue.SendMessageAsync(
            BlobCreatedMessage.Write(blobName, AttemptMark.Next(entropy), clock.GetUtcNow()),
            cancellation
        );
}
