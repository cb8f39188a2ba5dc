using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.InMemory;

/// <summary>The submissions in memory; a blob's instant is that of its finished write.</summary>
public sealed class InMemorySubmissionStore(
    TimeProvider clock,
    IEntropy entropy,
    IOptions<InMemoryOptions> options
) : ISubmissionStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Blob> blobs = new(StringComparer.Ordinal);
    private readonly SortedSet<string> names = new(StringComparer.Ordinal);
    private readonly MemoryPermission permissions = new(entropy);

    /// <inheritdoc/>
    public Uri? Origin => null;

    /// <inheritdoc/>
    public Task<Uri> PermitAsync(
        string blobName,
        DateTimeOffset expires,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(permissions.Write(blobName, expires));
    }

    /// <summary>Puts a blob to an address handed out, as a browser would put it to storage.</summary>
    /// <param name="permission">The address.</param>
    /// <param name="content">Read to its end before the blob exists; as in Azure, only the start must lie before the expiry.</param>
    /// <returns>False if it is refused: expired, altered, or the blob exists.</returns>
    public bool PutByPermission(Uri permission, Stream content) =>
        permissions.TryRead(permission, clock.GetUtcNow(), out var blobName)
        && TryCommit(blobName, content);

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(
        string blobName,
        Stream content,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(TryCommit(blobName, content));
    }

    /// <inheritdoc/>
    public Task<StoredBlob?> FindAsync(string blobName, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult(blobs.GetValueOrDefault(blobName)?.Known);
        }
    }

    /// <inheritdoc/>
    public Task<Stream> HoldAsync(StoredBlob blob, CancellationToken cancellation = default) =>
        // Nothing here is ever overwritten.
        OpenAsync(blob.Name, cancellation);

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(string blobName, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return blobs.TryGetValue(blobName, out var blob)
                ? Task.FromResult<Stream>(new MemoryStream(blob.Content, writable: false))
                : Task.FromException<Stream>(
                    new FileNotFoundException($"There is no submission {blobName}.")
                );
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredBlob> ListAsync(
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await Task.CompletedTask;
        List<StoredBlob> found;
        lock (gate)
        {
            found =
            [
                .. names
                    .GetViewBetween(prefix, prefix + char.MaxValue)
                    .Select(name => blobs[name].Known),
            ];
        }
        foreach (var blob in found)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return blob;
        }
    }

    private bool TryCommit(string blobName, Stream content)
    {
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        lock (gate)
        {
            if (blobs.ContainsKey(blobName))
            {
                return false;
            }
            names.Add(blobName);
            var tag = string.Create(CultureInfo.InvariantCulture, $"0x{names.Count:X16}");
            blobs[blobName] = new Blob(
                new StoredBlob(blobName, tag, CommittedNow(), buffer.Length),
                buffer.ToArray()
            );
            return true;
        }
    }

    private DateTimeOffset CommittedNow()
    {
        var now = clock.GetUtcNow();
        return options.Value.WholeSeconds
            ? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond))
            : now;
    }

    private sealed record Blob(StoredBlob Known, byte[] Content);
}
