using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class IndexInMemory : IndexContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
