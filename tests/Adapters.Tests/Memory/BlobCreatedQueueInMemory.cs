using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class BlobCreatedQueueInMemory : BlobCreatedQueueContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open(TimeProvider.System);

    protected override async Task<string> ReceiveAsync() =>
        await Get<InMemoryBlobCreatedQueue>().Messages.ReadAsync(Cancellation);

    // Every test has a memory of its own.
    protected override Task EmptyAsync() => Task.CompletedTask;
}
