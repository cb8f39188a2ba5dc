using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Receipts;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The signer of receipts behind a line.</summary>
internal sealed class LinedSigner(IReceiptSigner inner, Line line) : IReceiptSigner
{
    public Task<SigningKey> CurrentAsync(CancellationToken cancellation) =>
        line.ReadAsync("ask for the key of receipts", () => inner.CurrentAsync(cancellation));

    public Task<byte[]> SignAsync(
        string keyId,
        ReadOnlyMemory<byte> input,
        CancellationToken cancellation
    ) => line.ReadAsync("sign a receipt", () => inner.SignAsync(keyId, input, cancellation));

    public Task<IReadOnlyList<ReceiptKey>> PublicKeysAsync(CancellationToken cancellation) =>
        line.ReadAsync("ask for public keys", () => inner.PublicKeysAsync(cancellation));
}
