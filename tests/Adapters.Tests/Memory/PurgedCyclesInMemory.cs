using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class PurgedCyclesInMemory : PurgedCyclesContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
