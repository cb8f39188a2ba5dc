using ProgramReview.Core.Receipts;

namespace ProgramReview.Functions.Receipts;

/// <summary>Signs receipts. The private keys stay behind it.</summary>
public interface IReceiptSigner
{
    /// <summary>The key that new receipts are signed with.</summary>
    Task<SigningKey> CurrentAsync(CancellationToken cancellation = default);

    /// <summary>Signs bytes with one of the keys, which may have stopped being the current one meanwhile.</summary>
    /// <param name="keyId">The id of a key that was current.</param>
    /// <param name="input">The bytes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The raw signature; for ES256 <c>r || s</c>, 64 bytes.</returns>
    Task<byte[]> SignAsync(
        string keyId,
        ReadOnlyMemory<byte> input,
        CancellationToken cancellation = default
    );

    /// <summary>The public halves of all keys, the old ones too: receipts signed with them are checked for years.</summary>
    Task<IReadOnlyList<ReceiptKey>> PublicKeysAsync(CancellationToken cancellation = default);
}
