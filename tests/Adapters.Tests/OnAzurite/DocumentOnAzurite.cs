using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class DocumentOnAzurite(Azurite azurite) : DocumentContract
{
    protected override IServiceProvider Services => azurite.Services;
}
