using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class DoorbellInMemory : DoorbellContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();

    protected override async Task<string> ReceiveAsync() =>
        await Get<InMemoryDoorbell>().Messages.ReadAsync(Cancellation);
}
