using System.Text;
using Microsoft.Extensions.Options;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Receipts;
using Xunit;

namespace ProgramReview.Functions.Tests.Receipts;

public sealed class KeyFileTests : IDisposable
{
    private const string Input = "header.payload";
    private readonly string path = Path.Combine(
        Directory.CreateTempSubdirectory("receipts").FullName,
        "receipt-keys.json"
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Fact]
    public async Task What_is_signed_verifies_under_the_published_key()
    {
        Write(ReceiptKeyFile.Create());
        using var signer = Signer();

        var current = await signer.CurrentAsync(Cancel);
        var signature = await signer.SignAsync(current.Id, Encoding.ASCII.GetBytes(Input), Cancel);

        Assert.Equal(Jws.Es256, current.Algorithm);
        var key = Assert.Single(await signer.PublicKeysAsync(Cancel));
        Assert.Equal(current.Id, key.Id);
        Assert.True(key.Verifies(Encoding.ASCII.GetBytes(Input), signature));
        Assert.False(key.Verifies(Encoding.ASCII.GetBytes(Input + "x"), signature));
    }

    [Fact]
    public async Task After_a_rotation_the_new_key_signs_and_old_receipts_still_verify()
    {
        var first = ReceiptKeyFile.Create();
        Write(first);
        string before;
        using (var signer = Signer())
        {
            before = await IssueAsync(signer);
        }
        Write(first.Rotate());
        using var rotated = Signer();

        var after = await IssueAsync(rotated);

        var keys = await rotated.PublicKeysAsync(Cancel);
        Assert.Equal(2, keys.Count);
        Assert.NotEqual(Jws.Read(before)!.KeyId, Jws.Read(after)!.KeyId);
        Assert.All(
            [before, after],
            jws =>
            {
                var text = Jws.Read(jws)!;
                var key = keys.Single(key => key.Id == text.KeyId);
                Assert.True(
                    key.Verifies(Encoding.ASCII.GetBytes(text.SigningInput), text.Signature.Span)
                );
            }
        );
    }

    [Fact]
    public async Task Many_threads_may_sign_at_once()
    {
        Write(ReceiptKeyFile.Create());
        using var signer = Signer();
        var current = await signer.CurrentAsync(Cancel);
        var key = (await signer.PublicKeysAsync(Cancel))[0];

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200),
            Cancel,
            async (number, stop) =>
            {
                var input = Encoding.ASCII.GetBytes($"{Input}{number}");
                var signature = await signer.SignAsync(current.Id, input, stop);
                Assert.True(key.Verifies(input, signature));
            }
        );
    }

    [Fact]
    public void A_file_that_others_can_read_ends_the_start()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }
        Write(ReceiptKeyFile.Create());
        Assert.True(Validate().Succeeded);

        File.SetUnixFileMode(
            path,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        );

        Assert.Contains("chmod 600", Validate().FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "not a file of receipt keys")]
    [InlineData("{", "not a file of receipt keys")]
    [InlineData("{}", "lacks 'current' or 'keys'")]
    [InlineData("""{"current":"a","keys":{}}""", "holds no such key")]
    [InlineData("""{"current":"a","keys":{"a":"AAAA"}}""", "not a file of receipt keys")]
    [InlineData("""{"current":"a","keys":{"a":"%"}}""", "not a file of receipt keys")]
    public void A_file_that_is_none_ends_the_start_with_a_reason(string content, string reason)
    {
        Write(Encoding.UTF8.GetBytes(content));

        Assert.Contains(reason, Validate().FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_under_a_name_that_is_not_its_own_ends_the_start()
    {
        var file = ReceiptKeyFile.Create();
        Write(
            new ReceiptKeyFile(
                "mine",
                new Dictionary<string, string> { ["mine"] = file.Keys[file.Current] }
            )
        );

        Assert.Contains("another thumbprint", Validate().FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://vault.vault.azure.net/keys/receipts")]
    [InlineData("https://vault.vault.azure.net/")]
    [InlineData("https://vault.vault.azure.net/secrets/receipts")]
    [InlineData("https://vault.vault.azure.net/keys/receipts/0123")]
    public void Without_a_file_the_key_of_a_vault_is_named_whole_and_without_version(
        string? address
    )
    {
        var options = new ReceiptOptions
        {
            VaultKeyUri = address is null ? null : new Uri(address),
        };

        Assert.True(new ReceiptOptionsRule().Validate(null, options).Failed);
    }

    [Fact]
    public void A_key_of_a_vault_is_enough_and_both_are_too_many()
    {
        var options = new ReceiptOptions
        {
            VaultKeyUri = new Uri("https://vault.vault.azure.net/keys/receipts"),
        };
        Assert.True(new ReceiptOptionsRule().Validate(null, options).Succeeded);

        options.KeyFile = path;

        Assert.True(new ReceiptOptionsRule().Validate(null, options).Failed);
    }

    private static async Task<string> IssueAsync(FileReceiptSigner signer)
    {
        var key = await signer.CurrentAsync(Cancel);
        var input = Jws.SigningInputOf(key.Algorithm, key.Id, Receipt.SignedType, "{}"u8);
        return Jws.Compose(
            input,
            await signer.SignAsync(key.Id, Encoding.ASCII.GetBytes(input), Cancel)
        );
    }

    private FileReceiptSigner Signer() =>
        new(Options.Create(new ReceiptOptions { KeyFile = path }));

    private ValidateOptionsResult Validate() =>
        new ReceiptOptionsRule().Validate(null, new ReceiptOptions { KeyFile = path });

    private void Write(ReceiptKeyFile file) => Write(file.ToBytes());

    private void Write(byte[] content)
    {
        File.WriteAllBytes(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
