using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class LinkOnAzurite(Azurite azurite) : LinkContract
{
    protected override IServiceProvider Services => azurite.Services;
}
