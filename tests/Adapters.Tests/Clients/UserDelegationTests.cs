using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.Clients;

public sealed class UserDelegationTests
{
    private static readonly DateTimeOffset Now = new(2024, 9, 1, 2, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_address_is_signed_with_a_borrowed_key_that_outlives_it()
    {
        var (signer, blob, lender) = Create();
        using var _ = signer;

        var address = await signer.SignAsync(
            blob,
            Permission(blob, Now.AddMinutes(10)),
            Cancellation
        );

        Assert.Contains("sp=c&", address.Query, StringComparison.Ordinal);
        Assert.Contains("skoid=", address.Query, StringComparison.Ordinal);
        Assert.Contains("spr=https&", address.Query, StringComparison.Ordinal);
        Assert.Equal(blob.Uri.AbsolutePath, address.AbsolutePath);
        Assert.True(lender.Lent.Single() >= Now.AddMinutes(10));
    }

    [Fact]
    public async Task One_key_signs_many_addresses_until_one_would_outlive_it()
    {
        var (signer, blob, lender) = Create();
        using var _ = signer;

        for (var i = 0; i < 5; i++)
        {
            await signer.SignAsync(blob, Permission(blob, Now.AddMinutes(10 + i)), Cancellation);
        }
        Assert.Single(lender.Lent);

        await signer.SignAsync(blob, Permission(blob, Now.AddDays(2)), Cancellation);
        Assert.Equal(2, lender.Lent.Count);
    }

    private static (UserDelegationSas Signer, BlobClient Blob, Lender Lender) Create()
    {
        var lender = new Lender();
        var blobs = new BlobServiceClient(
            new Uri("https://account.blob.core.windows.net"),
            new Identity(),
            new BlobClientOptions { Transport = new HttpClientTransport(lender) }
        );
        return (
            new UserDelegationSas(blobs),
            blobs.GetBlobContainerClient("submissions").GetBlobClient("a/b.docx"),
            lender
        );
    }

    private static BlobSasBuilder Permission(BlobClient blob, DateTimeOffset expires) =>
        new(BlobSasPermissions.Create, expires)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            Protocol = SasProtocol.Https,
        };

    /// <summary>Storage's answer to the request for a key.</summary>
    private sealed class Lender : HttpMessageHandler
    {
        public List<DateTimeOffset> Lent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var asked = await request.Content!.ReadAsStringAsync(cancellationToken);
            var end = asked.Split("<Expiry>")[1].Split("</Expiry>")[0];
            Lent.Add(DateTimeOffset.Parse(end, provider: null));
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $"""
                    <UserDelegationKey><SignedOid>11111111-1111-1111-1111-111111111111</SignedOid><SignedTid>22222222-2222-2222-2222-222222222222</SignedTid><SignedStart>{Now:yyyy-MM-ddTHH:mm:ssZ}</SignedStart><SignedExpiry>{end}</SignedExpiry><SignedService>b</SignedService><SignedVersion>2024-11-04</SignedVersion><Value>a2V5a2V5a2V5</Value></UserDelegationKey>
                    """,
                    Encoding.UTF8,
                    "application/xml"
                ),
            };
        }
    }

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }
}
