using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class AssignmentIndexOnAzurite(Azurite azurite) : AssignmentIndexContract
{
    protected override IServiceProvider Services => azurite.Services;
}
