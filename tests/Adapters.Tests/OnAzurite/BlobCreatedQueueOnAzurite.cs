using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class BlobCreatedQueueOnAzurite(Azurite azurite) : BlobCreatedQueueContract
{
    private readonly QueueClient queue = new(
        azurite.ConnectionString,
        StorageNames.BlobCreatedQueueName
    );
    private readonly QueueClient poison = new(
        azurite.ConnectionString,
        StorageNames.BlobCreatedPoisonQueueName
    );

    protected override IServiceProvider Services => azurite.Services;

    protected override async Task<string> ReceiveAsync()
    {
        QueueMessage message = await queue.ReceiveMessageAsync(cancellationToken: Cancellation);
        return Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText));
    }

    protected override async Task PutAsideAsync()
    {
        QueueMessage message = await queue.ReceiveMessageAsync(cancellationToken: Cancellation);
        await poison.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await poison.SendMessageAsync(message.MessageText, Cancellation);
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
    }

    protected override async Task EmptyAsync()
    {
        await queue.ClearMessagesAsync(Cancellation);
        await poison.DeleteIfExistsAsync(Cancellation);
    }

    protected override async Task<BlobCreatedQueueState> LookAfterAsync(TimeSpan time)
    {
        var later = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + time);
        await using var services = azurite.Open(services =>
            services.AddSingleton<TimeProvider>(later)
        );
        return await services.GetRequiredService<IBlobCreatedQueueWatch>().LookAsync(Cancellation);
    }
}
