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
        using (var stream = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(content);
        }
        return packed.ToArray();
    }

    internal static byte[] Unpack(byte[] packed)
    {
        using var content = new MemoryStream();
        using var stream = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        stream.CopyTo(content);
        return content.ToArray();
    }
}
