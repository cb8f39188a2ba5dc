using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class RecordInMemory : RecordContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
