using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class RecorderInMemory : RecorderContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
