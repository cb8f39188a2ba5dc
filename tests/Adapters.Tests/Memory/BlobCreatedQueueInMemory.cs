using Microsoft.Extensions.Time.Testing;
using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class BlobCreatedQueueInMemory : BlobCreatedQueueContract
{
    private readonly FakeTimeProvider clock = new();

    public BlobCreatedQueueInMemory() => Services = InMemory.Open(clock);

    protected override IServiceProvider Services { get; }

    protected override async Task<string> ReceiveAsync() =>
        await Get<InMemoryBlobCreatedQueue>().Messages.ReadAsync(Cancellation);

    protected override Task PutAsideAsync() =>
        Get<InMemoryBlobCreatedQueue>().PutAsideAsync(Cancellation);

    // Every test has a memory of its own.
    protected override Task EmptyAsync() => Task.CompletedTask;

    protected override Task<BlobCreatedQueueState> LookAfterAsync(TimeSpan time)
    {
        clock.Advance(time);
        return Get<IBlobCreatedQueueWatch>().LookAsync(Cancellation);
    }
}
