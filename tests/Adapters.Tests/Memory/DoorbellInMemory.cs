using Microsoft.Extensions.Time.Testing;
using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class DoorbellInMemory : DoorbellContract
{
    private readonly FakeTimeProvider clock = new();

    public DoorbellInMemory() => Services = InMemory.Open(clock);

    protected override IServiceProvider Services { get; }

    protected override async Task<string> ReceiveAsync() =>
        await Get<InMemoryDoorbell>().Messages.ReadAsync(Cancellation);

    protected override Task PutAsideAsync() => Get<InMemoryDoorbell>().PutAsideAsync(Cancellation);

    // Every test has a memory of its own.
    protected override Task EmptyAsync() => Task.CompletedTask;

    protected override Task<DoorbellState> LookAfterAsync(TimeSpan time)
    {
        clock.Advance(time);
        return Get<IDoorbellWatch>().LookAsync(Cancellation);
    }
}
