using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class AccountKeySasOnAzurite(Azurite azurite) : SasContract
{
    protected override IServiceProvider Services => azurite.Services;

    protected override HttpClient Http => BlobHttp.Client;

    protected override Type Signer => typeof(AccountKeySas);
}
