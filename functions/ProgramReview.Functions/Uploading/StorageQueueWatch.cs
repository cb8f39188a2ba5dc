using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>Looks at Storage queues, and at those beside them where the queue trigger puts what failed.</summary>
internal sealed class StorageQueueWatch(
    QueueServiceClient queues,
    IStorageTime time,
    TimeProvider clock
) : IQueueWatch
{
    // The most that can be looked at in one call; those that waited longest come first.
    private const int Most = 32;

    /// <inheritdoc/>
    public async Task<QueueState> LookAsync(string queue, CancellationToken cancellation = default)
    {
        PeekedMessage[] waiting = await queues
            .GetQueueClient(queue)
            .PeekMessagesAsync(Most, cancellation);
        var oldest = waiting.Min(message => message.InsertedOn) is { } since
            ? clock.GetUtcNow() - time.ToProduct(since)
            : TimeSpan.Zero;
        return new QueueState(
            oldest > TimeSpan.Zero ? oldest : TimeSpan.Zero,
            await CountAsync(queue, cancellation),
            await CountAsync(StorageNames.PoisonOf(queue), cancellation)
        );
    }

    // Where no infrastructure made it, a queue of what failed comes into being with its first message.
    private async Task<long> CountAsync(string queue, CancellationToken cancellation)
    {
        try
        {
            QueueProperties properties = await queues
                .GetQueueClient(queue)
                .GetPropertiesAsync(cancellation);
            return properties.ApproximateMessagesCountLong;
        }
        catch (RequestFailedException missing)
            when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }
}
