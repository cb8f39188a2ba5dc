using System.Security.Cryptography;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Receipts;

namespace ProgramReview.Local.InMemory;

/// <summary>
/// Signs with an HMAC under a key that everybody knows: the same receipt always has the same signature, so that two rehearsals leave the
/// same record. It proves nothing, says so by its algorithm, and no check takes it for genuine.
/// </summary>
public sealed class RehearsalReceiptSigner : IReceiptSigner
{
    private const string KeyId = "rehearsal-proves-nothing";
    private const string Algorithm = "HS256";

    /// <inheritdoc/>
    public Task<SigningKey> CurrentAsync(CancellationToken cancellation = default) =>
        Task.FromResult(new SigningKey(KeyId, Algorithm));

    /// <inheritdoc/>
    public Task<byte[]> SignAsync(
        string keyId,
        ReadOnlyMemory<byte> input,
        CancellationToken cancellation = default
    ) => Task.FromResult(HMACSHA256.HashData("rehearsal"u8, input.Span));

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceiptKey>> PublicKeysAsync(
        CancellationToken cancellation = default
    ) => Task.FromResult<IReadOnlyList<ReceiptKey>>([]);
}
