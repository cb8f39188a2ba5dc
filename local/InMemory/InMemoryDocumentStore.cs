using System.Collections.Concurrent;
using System.IO.Compression;
using ProgramReview.Functions.Events;

namespace ProgramReview.Local.InMemory;

/// <summary>The documents in memory, packed: a dossier or a page of thousands of lines is many times smaller so.</summary>
public sealed class InMemoryDocumentStore : IDocumentStore
{
    private readonly ConcurrentDictionary<string, (string ContentType, byte[] Packed)> documents =
        new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(documents.TryAdd(name, (contentType, Pack(content.Span))));
    }

    /// <inheritdoc/>
    public async Task<bool> TryCreateAsync(
        string name,
        string contentType,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        using var packed = new MemoryStream();
        await using (var stream = Packing(packed))
        {
            await write(stream, cancellation);
        }
        return documents.TryAdd(name, (contentType, packed.ToArray()));
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<Stream?>(
            documents.TryGetValue(name, out var found)
                ? new MemoryStream(Unpack(found.Packed), writable: false)
                : null
        );
    }

    /// <inheritdoc/>
    public Task<Document?> FindAsync(string name, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(
            documents.TryGetValue(name, out var found)
                ? new Document(found.ContentType, Unpack(found.Packed))
                : null
        );
    }

    /// <summary>Documents get lost, as no store should lose them.</summary>
    /// <param name="which">Those of which names.</param>
    public void Lose(Func<string, bool> which)
    {
        foreach (var name in documents.Keys.Where(which))
        {
            documents.TryRemove(name, out _);
        }
    }

    internal static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var stream = Packing(packed))
        {
            stream.Write(content);
        }
        return packed.ToArray();
    }

    private static DeflateStream Packing(Stream packed) =>
        new(packed, CompressionLevel.Fastest, leaveOpen: true);

    internal static byte[] Unpack(byte[] packed)
    {
        using var content = new MemoryStream();
        using var stream = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        stream.CopyTo(content);
        return content.ToArray();
    }
}
