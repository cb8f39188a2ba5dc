using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class FiguresOnAzurite(Azurite azurite) : FigureContract
{
    protected override IServiceProvider Services => azurite.Services;
}
