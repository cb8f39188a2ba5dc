using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class PermissionInMemory : PermissionContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
