using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class QueueWatchOnAzurite(Azurite azurite) : QueueWatchContract
{
    protected override IServiceProvider Services => azurite.Services;

    protected override Task TakeAsync(string queue) => DequeueAsync(queue);

    protected override async Task PutAsideAsync(string queue)
    {
        var message = await DequeueAsync(queue);
        var poison = Client(StorageNames.PoisonOf(queue));
        await poison.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await poison.SendMessageAsync(message.MessageText, Cancellation);
    }

    protected override async Task EmptyAsync(string queue)
    {
        await Client(queue).ClearMessagesAsync(Cancellation);
        await Client(StorageNames.PoisonOf(queue)).DeleteIfExistsAsync(Cancellation);
    }

    protected override async Task<QueueState> LookAfterAsync(string queue, TimeSpan time)
    {
        var later = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + time);
        await using var services = azurite.Open(services =>
            services.AddSingleton<TimeProvider>(later)
        );
        return await services.GetRequiredService<IQueueWatch>().LookAsync(queue, Cancellation);
    }

    private QueueClient Client(string queue) => new(azurite.ConnectionString, queue);

    private async Task<QueueMessage> DequeueAsync(string queue)
    {
        QueueMessage message = await Client(queue)
            .ReceiveMessageAsync(cancellationToken: Cancellation);
        await Client(queue).DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
        return message;
    }
}
