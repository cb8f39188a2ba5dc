using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class ContactInMemory : ContactContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
