using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class OutboxInMemory : OutboxContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
