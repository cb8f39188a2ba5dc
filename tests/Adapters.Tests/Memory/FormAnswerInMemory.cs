using ProgramReview.Adapters.Tests.Contracts;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class FormAnswerInMemory : FormAnswerContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();
}
