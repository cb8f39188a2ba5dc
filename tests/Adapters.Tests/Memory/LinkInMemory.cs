using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class LinkInMemory : LinkContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
