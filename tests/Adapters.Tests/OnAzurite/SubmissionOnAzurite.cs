using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class SubmissionOnAzurite(Azurite azurite) : SubmissionContract
{
    protected override IServiceProvider Services => azurite.Services;

    protected override TimeSpan Grain => TimeSpan.FromMilliseconds(1);

    protected override async Task<bool> PutAsync(Uri address, byte[] content) =>
        await BlobHttp.PutAsync(address, content);
}
