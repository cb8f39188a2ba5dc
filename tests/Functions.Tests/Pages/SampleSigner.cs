using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Receipts;

namespace ProgramReview.Pages.Tests;

/// <summary>Signs sample receipts with a key of its own.</summary>
internal sealed class SampleSigner : IReceiptSigner
{
    private static readonly ECDsa Pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static readonly ReceiptKey Key = ReceiptKey.Of(Pair);

    /// <summary>A receipt with its signature.</summary>
    public static string Issue(Func<string, ISigned> draft)
    {
        var signed = draft(Key.Id);
        var input = Jws.SigningInputOf(Jws.Es256, Key.Id, signed.Type, signed.ToBytes());
        return Jws.Compose(
            input,
            Pair.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256)
        );
    }

    public Task<IReadOnlyList<ReceiptKey>> PublicKeysAsync(
        CancellationToken cancellation = default
    ) => Task.FromResult<IReadOnlyList<ReceiptKey>>([Key]);

    // Letters bring receipts that were signed before.
    public Task<SigningKey> CurrentAsync(CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<byte[]> SignAsync(
        string keyId,
        ReadOnlyMemory<byte> input,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException();
}
