using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class FiguresInMemory : FigureContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
