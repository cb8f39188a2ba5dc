using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class PermissionOnAzurite(Azurite azurite) : PermissionContract
{
    protected override IServiceProvider Services => azurite.Services;
}
