using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class OutboxOnAzurite(Azurite azurite) : OutboxContract
{
    protected override IServiceProvider Services => azurite.Services;
}
