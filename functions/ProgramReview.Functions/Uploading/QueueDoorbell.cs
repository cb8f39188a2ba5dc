using Azure.Storage.Queues;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>The doorbell as a Storage queue.</summary>
internal sealed class QueueDoorbell(QueueServiceClient queues, IEntropy entropy, TimeProvider clock)
    : IDoorbell
{
    private readonly QueueClient queue = queues.GetQueueClient(StorageNames.DoorbellQueue);

    /// <inheritdoc/>
    public Task RingAsync(string blobName, CancellationToken cancellation = default) =>
        queue.SendMessageAsync(
            DoorbellMessage.Write(blobName, AttemptMark.Next(entropy), clock.GetUtcNow()),
            cancellation
        );
}
