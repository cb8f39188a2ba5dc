using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Functions.Receipts;

/// <summary>Signs with the keys of a protected file: for a local host.</summary>
internal sealed class FileReceiptSigner : IReceiptSigner, IDisposable
{
    private readonly Dictionary<string, ECDsa> pairs;
    private readonly SigningKey current;
    private readonly IReadOnlyList<ReceiptKey> published;

    // A key promises nothing about threads; signing takes some ten microseconds.
    private readonly Lock gate = new();

    /// <summary>Reads the file once.</summary>
    public FileReceiptSigner(IOptions<ReceiptOptions> options)
    {
        var file = ReceiptKeyFile.Read(options.Value.KeyFile!);
        pairs = file.Keys.Keys.ToDictionary(id => id, file.Open);
        current = new SigningKey(file.Current, Jws.Es256);
        published = [.. pairs.Values.Select(ReceiptKey.Of)];
    }

    /// <inheritdoc/>
    public Task<SigningKey> CurrentAsync(CancellationToken cancellation = default) =>
        Task.FromResult(current);

    /// <inheritdoc/>
    public Task<byte[]> SignAsync(
        string keyId,
        ReadOnlyMemory<byte> input,
        CancellationToken cancellation = default
    )
    {
        lock (gate)
        {
            var signature = pairs[keyId]
                .SignData(
                    input.Span,
                    HashAlgorithmName.SHA256,
                    DSASignatureFormat.IeeeP1363FixedFieldConcatenation
                );
            return Task.FromResult(EcdsaSignature.Choose(signature));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceiptKey>> PublicKeysAsync(
        CancellationToken cancellation = default
    ) => Task.FromResult(published);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pair in pairs.Values)
        {
            pair.Dispose();
        }
    }
}
