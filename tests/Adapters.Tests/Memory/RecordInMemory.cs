using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class RecordInMemory : EventStoreContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
