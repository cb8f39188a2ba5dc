using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class BlobCreatedQueueOnAzurite(Azurite azurite) : BlobCreatedQueueContract
{
    private readonly QueueClient queue = new(
        azurite.ConnectionString,
        StorageNames.BlobCreatedQueueName
    );

    protected override IServiceProvider Services => azurite.Services;

    protected override async Task<string> ReceiveAsync()
    {
        QueueMessage message = await queue.ReceiveMessageAsync(cancellationToken: Cancellation);
        return Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText));
    }

    protected override Task EmptyAsync() => queue.ClearMessagesAsync(Cancellation);
}
