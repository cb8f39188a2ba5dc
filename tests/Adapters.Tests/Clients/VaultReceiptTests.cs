using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Time.Testing;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Receipts;

namespace ProgramReview.Adapters.Tests.Clients;

public sealed class VaultReceiptTests : IDisposable
{
    private static readonly byte[] Input = Encoding.ASCII.GetBytes("header.payload");
    private readonly FakeVault vault = new();
    private readonly FakeTimeProvider clock = new(new(2024, 9, 1, 2, 0, 0, TimeSpan.Zero));
    private readonly VaultReceiptSigner signer;

    public VaultReceiptTests()
    {
        var options = new VaultClientOptions { Transport = new HttpClientTransport(vault) };
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        signer = new VaultReceiptSigner(
            new VaultKeyClient(new Uri(FakeVault.KeyAddress), new Identity(), options),
            clock
        );
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        signer.Dispose();
        vault.Dispose();
    }

    [Fact]
    public async Task The_vault_signs_and_its_public_key_verifies()
    {
        var key = vault.Rotate();

        // One signature in two comes with the higher s, which must be turned.
        for (var i = 0; i < 20; i++)
        {
            var current = await signer.CurrentAsync(Cancel);
            var signature = await signer.SignAsync(current.Id, Input, Cancel);

            Assert.Equal(new SigningKey(key.Id, Jws.Es256), current);
            Assert.True(key.Verifies(Input, signature));
        }
        Assert.Single(vault.Calls, "GET /keys/receipts");
        Assert.Equal(
            20,
            vault.Calls.Count(call => call.EndsWith("/sign", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_rotation_is_noticed_within_the_hour_and_old_keys_stay_published()
    {
        var first = vault.Rotate();
        Assert.Equal(first.Id, (await signer.CurrentAsync(Cancel)).Id);
        var second = vault.Rotate();
        var third = vault.Rotate();

        Assert.Equal(first.Id, (await signer.CurrentAsync(Cancel)).Id);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(third.Id, (await signer.CurrentAsync(Cancel)).Id);
        Assert.Equal(
            new[] { first, second, third }.Select(key => key.Id).Order(StringComparer.Ordinal),
            (await signer.PublicKeysAsync(Cancel))
                .Select(key => key.Id)
                .Order(StringComparer.Ordinal)
        );
        // What was current when the receipt was drafted still signs it.
        var late = await signer.SignAsync(first.Id, Input, Cancel);
        Assert.True(first.Verifies(Input, late));
    }

    [Fact]
    public async Task An_overloaded_vault_is_asked_again()
    {
        var key = vault.Rotate();
        var current = await signer.CurrentAsync(Cancel);
        vault.Overloaded = 2;

        var signature = await signer.SignAsync(current.Id, Input, Cancel);

        Assert.True(key.Verifies(Input, signature));
    }

    [Fact]
    public async Task A_vault_that_does_not_answer_is_an_exception_and_not_a_receipt()
    {
        vault.Rotate();
        var current = await signer.CurrentAsync(Cancel);
        vault.Overloaded = int.MaxValue;

        await Assert.ThrowsAsync<RequestFailedException>(() =>
            signer.SignAsync(current.Id, Input, Cancel)
        );
    }

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        )
        {
            Assert.Equal(["https://vault.azure.net/.default"], requestContext.Scopes);
            return new("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }
}
