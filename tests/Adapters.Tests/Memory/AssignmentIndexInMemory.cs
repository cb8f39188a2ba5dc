using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class AssignmentIndexInMemory : AssignmentIndexContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
