using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class UserDelegationSasOnAzurite(SecureAzurite azurite)
    : SasContract,
        IClassFixture<SecureAzurite>
{
    protected override IServiceProvider Services => azurite.Services;

    protected override HttpClient Http => azurite.Http;

    protected override Type Signer => typeof(UserDelegationSas);
}
