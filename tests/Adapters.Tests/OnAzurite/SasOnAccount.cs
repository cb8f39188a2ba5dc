using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.OnAzurite;

/// <summary>
/// The same on an account in Azure, which alone can show what Azurite cannot: whether storage stamps the beginning or the end of a body. Runs where
/// <c>REVIEW_TEST_ACCOUNT</c> names one whose container <c>submissions</c> whoever is signed in may write to.
/// </summary>
public sealed class SasOnAccount : SasContract, IAsyncDisposable
{
    private readonly ServiceProvider services = Open();

    protected override IServiceProvider Services => services;

    protected override HttpClient Http => BlobHttp.Client;

    protected override Type Signer => typeof(UserDelegationSas);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static ServiceProvider Open()
    {
        var account = Environment.GetEnvironmentVariable("REVIEW_TEST_ACCOUNT");
        Assert.SkipWhen(
            string.IsNullOrEmpty(account),
            "REVIEW_TEST_ACCOUNT names no account to try it on."
        );
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Storage:BlobServiceUri", $"https://{account}.blob.core.windows.net"),
                new("Storage:TableServiceUri", $"https://{account}.table.core.windows.net"),
                new("Storage:QueueServiceUri", $"https://{account}.queue.core.windows.net"),
            ])
            .Build();
        return new ServiceCollection().AddAzureStorage(configuration).BuildServiceProvider();
    }
}
