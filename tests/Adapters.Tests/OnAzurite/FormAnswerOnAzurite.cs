using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class FormAnswerOnAzurite(Azurite azurite) : FormAnswerContract
{
    protected override IServiceProvider Services => azurite.Services;
}
