using System.Security.Cryptography;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Functions.Receipts;

/// <summary>
/// Signs in Key Vault, which the private key never leaves. The newest version of the key signs; a rotation is noticed within the hour,
/// and the versions before it stay published.
/// </summary>
internal sealed class VaultReceiptSigner(VaultKeyClient vault, TimeProvider clock)
    : IReceiptSigner,
        IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile Known? known;

    /// <inheritdoc/>
    public async Task<SigningKey> CurrentAsync(CancellationToken cancellation = default) =>
        new((await LookAsync(cancellation)).Current, Jws.Es256);

    /// <inheritdoc/>
    public async Task<byte[]> SignAsync(
        string keyId,
        ReadOnlyMemory<byte> input,
        CancellationToken cancellation = default
    )
    {
        var keys = await LookAsync(cancellation);
        var digest = SHA256.HashData(input.Span);
        return EcdsaSignature.Choose(
            await vault.SignAsync(keys.ById[keyId].Address, digest, cancellation)
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReceiptKey>> PublicKeysAsync(
        CancellationToken cancellation = default
    ) => [.. (await LookAsync(cancellation)).ById.Values.Select(key => key.Public)];

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task<Known> LookAsync(CancellationToken cancellation)
    {
        if (known is { } fresh && clock.GetUtcNow() - fresh.At < Freshness)
        {
            return fresh;
        }
        await gate.WaitAsync(cancellation);
        try
        {
            return known is { } found && clock.GetUtcNow() - found.At < Freshness
                ? found
                : known = await ReadAsync(known, cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    // A version never changes, so each is read once.
    private async Task<Known> ReadAsync(Known? before, CancellationToken cancellation)
    {
        var current = await vault.GetCurrentAsync(cancellation);
        var keys = new Dictionary<string, VaultKey> { [current.Public.Id] = current };
        foreach (var version in await vault.ListVersionsAsync(cancellation))
        {
            if (version == current.Address)
            {
                continue;
            }
            var key =
                before?.ById.Values.FirstOrDefault(one => one.Address == version)
                ?? await vault.GetAsync(version, cancellation);
            keys[key.Public.Id] = key;
        }
        return new Known(current.Public.Id, keys, clock.GetUtcNow());
    }

    private sealed record Known(
        string Current,
        IReadOnlyDictionary<string, VaultKey> ById,
        DateTimeOffset At
    );
}
