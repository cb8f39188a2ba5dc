using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class PurgedCyclesOnAzurite(Azurite azurite) : PurgedCyclesContract
{
    protected override IServiceProvider Services => azurite.Services;
}
