using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class RecorderOnAzurite(Azurite azurite) : RecorderContract
{
    protected override IServiceProvider Services => azurite.Services;
}
