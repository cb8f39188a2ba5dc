using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class ContactOnAzurite(Azurite azurite) : ContactContract
{
    protected override IServiceProvider Services => azurite.Services;
}
