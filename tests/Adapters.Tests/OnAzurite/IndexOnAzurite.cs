using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class IndexOnAzurite(Azurite azurite) : IndexContract
{
    protected override IServiceProvider Services => azurite.Services;
}
