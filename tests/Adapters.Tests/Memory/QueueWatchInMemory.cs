using Microsoft.Extensions.Time.Testing;
using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class QueueWatchInMemory : QueueWatchContract
{
    private readonly FakeTimeProvider clock = new();

    public QueueWatchInMemory() => Services = InMemory.Open(clock);

    protected override IServiceProvider Services { get; }

    protected override async Task TakeAsync(string queue) =>
        await Queue(queue).Messages.ReadAsync(Cancellation);

    protected override Task PutAsideAsync(string queue) => Queue(queue).PutAsideAsync(Cancellation);

    // Every test has a memory of its own.
    protected override Task EmptyAsync(string queue) => Task.CompletedTask;

    protected override Task<QueueState> LookAfterAsync(string queue, TimeSpan time)
    {
        clock.Advance(time);
        return Get<IQueueWatch>().LookAsync(queue, Cancellation);
    }

    private InMemoryQueue Queue(string queue) =>
        queue == StorageNames.CheckQueueName
            ? Get<InMemoryCheckQueue>()
            : Get<InMemoryBlobCreatedQueue>();
}
