using Azure;
using Azure.Storage.Queues;

namespace ProgramReview.Local.Host.Functions;

/// <summary>A queue of a storage account; it and its poison queue are made when first needed.</summary>
internal sealed class AzureMessageQueue(QueueServiceClient service, string name) : IMessageQueue
{
    private readonly QueueClient queue = service.GetQueueClient(name);
    private readonly QueueClient poison = service.GetQueueClient(name + "-poison");

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(
        int most,
        TimeSpan invisible,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var taken = await queue.ReceiveMessagesAsync(most, invisible, cancellationToken);
            return
            [
                .. taken.Value.Select(m => new QueuedMessage(
                    m.MessageId,
                    m.PopReceipt,
                    m.Body.ToString(),
                    m.DequeueCount
                )),
            ];
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == "QueueNotFound")
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            return [];
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(QueuedMessage message, CancellationToken cancellationToken) =>
        queue.DeleteMessageAsync(message.Id, message.Receipt, cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(
        QueuedMessage message,
        TimeSpan delay,
        CancellationToken cancellationToken
    ) =>
        queue.UpdateMessageAsync(
            message.Id,
            message.Receipt,
            visibilityTimeout: delay,
            cancellationToken: cancellationToken
        );

    /// <inheritdoc/>
    public async Task PoisonAsync(QueuedMessage message, CancellationToken cancellationToken)
    {
        await poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await poison.SendMessageAsync(
            message.Text,
            visibilityTimeout: null,
            timeToLive: TimeSpan.FromSeconds(-1),
            cancellationToken
        );
    }
}
