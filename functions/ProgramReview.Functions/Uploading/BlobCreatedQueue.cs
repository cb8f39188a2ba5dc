using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>The doorbell as a Storage queue.</summary>
internal sealed class BlobCreatedQueue(
    QueueServiceClient queues,
    IEntropy entropy,
    IStorageTime time,
    TimeProvider clock
) : IBlobCreatedQueue, IBlobCreatedQueueWatch
{
    // The most that can be looked at in one call; those that waited longest come first.
    private const int Most = 32;

    private readonly QueueClient queue = queues.GetQueueClient(StorageNames.BlobCreatedQueueName);
    private readonly QueueClient poison = queues.GetQueueClient(
        StorageNames.BlobCreatedPoisonQueueName
    );

    /// <inheritdoc/>
    public Task WakeAsync(string blobName, CancellationToken cancellation = default) =>
        queue.SendMessageAsync(
            BlobCreatedMessage.Write(blobName, AttemptMark.Next(entropy), clock.GetUtcNow()),
            cancellation
        );

    /// <inheritdoc/>
    public async Task<BlobCreatedQueueState> LookAsync(CancellationToken cancellation = default)
    {
        PeekedMessage[] waiting = await queue.PeekMessagesAsync(Most, cancellation);
        var oldest = waiting.Min(message => message.InsertedOn) is { } since
            ? clock.GetUtcNow() - time.ToProduct(since)
            : TimeSpan.Zero;
        return new BlobCreatedQueueState(
            oldest > TimeSpan.Zero ? oldest : TimeSpan.Zero,
            await CountPutAsideAsync(cancellation)
        );
    }

    // Where no infrastructure made it, the queue comes into being with its first message.
    private async Task<long> CountPutAsideAsync(CancellationToken cancellation)
    {
        try
        {
            QueueProperties properties = await poison.GetPropertiesAsync(cancellation);
            return properties.ApproximateMessagesCountLong;
        }
        catch (RequestFailedException missing)
            when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }
}
