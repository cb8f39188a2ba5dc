using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class RecordOnAzurite(Azurite azurite) : EventStoreContract
{
    protected override IServiceProvider Services => azurite.Services;
}
