using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class DocumentInMemory : DocumentContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
