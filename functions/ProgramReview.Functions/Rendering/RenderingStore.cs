using System.Text.Json;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Rendering;

/// <summary>
/// Keeps renderings under the hash of their dossier, beside each a note of its size and hash: one that has its note is made, and is never made again.
/// </summary>
public sealed class RenderingStore(IDocumentStore documents)
{
    private const string Json = "application/json";

    /// <summary>Makes a rendering and keeps it; one that is there stays.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="dossier">The dossier's hash.</param>
    /// <param name="id">Which rendering.</param>
    /// <param name="renderer">Makes it.</param>
    /// <param name="write">Writes it, forward.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal async Task<RenderedFile> KeepAsync(
        CycleId cycle,
        string dossier,
        RenderingId id,
        IDossierRenderer renderer,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        if (await FindAsync(cycle, dossier, id, renderer.Version, cancellation) is { } there)
        {
            return there;
        }
        var name = NameOf(cycle, dossier, id, renderer.Version);
        var made = await MakeAsync(name, renderer.ContentType, write, cancellation);
        // Somebody else was first, or wrote no note before it died: what is kept is what counts.
        var (size, sha256) = made ?? await MeasureAsync(name, cancellation);
        var file = new RenderedFile(id, renderer.Version, renderer.ContentType, size, sha256);
        await documents.TryCreateAsync(
            NoteOf(name),
            Json,
            JsonSerializer.SerializeToUtf8Bytes(file, RenderingIndex.Json),
            cancellation
        );
        return file;
    }

    /// <summary>What is known of a rendering; null before it is made.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="dossier">The dossier's hash.</param>
    /// <param name="id">Which rendering.</param>
    /// <param name="version">The version of its renderer.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RenderedFile?> FindAsync(
        CycleId cycle,
        string dossier,
        RenderingId id,
        int version,
        CancellationToken cancellation
    ) =>
        await documents.FindAsync(NoteOf(NameOf(cycle, dossier, id, version)), cancellation)
            is { } note
            ? JsonSerializer.Deserialize<RenderedFile>(note.Content.Span, RenderingIndex.Json)
            : null;

    /// <summary>Opens a rendering, to be read from any place of it.</summary>
    /// <exception cref="FileNotFoundException">It is not there any more.</exception>
    public async Task<Stream> OpenAsync(
        CycleId cycle,
        string dossier,
        RenderedFile file,
        CancellationToken cancellation
    )
    {
        var name = NameOf(cycle, dossier, file.Id, file.Version);
        return await documents.OpenAsync(name, cancellation)
            ?? throw new FileNotFoundException($"There is no rendering {name}.");
    }

    /// <summary>Keeps the list of all renderings of a dossier.</summary>
    /// <returns>Its hash.</returns>
    public async Task<string> KeepAsync(
        CycleId cycle,
        RenderingIndex index,
        CancellationToken cancellation
    )
    {
        var bytes = index.ToBytes();
        var hash = RenderingIndex.HashOf(bytes);
        await documents.TryCreateAsync(IndexOf(cycle, hash), Json, bytes, cancellation);
        return hash;
    }

    /// <summary>A list of renderings, whose bytes are checked against the hash; null where none is kept, as after a cycle was written back from its export.</summary>
    /// <exception cref="InvalidDataException">The kept bytes do not have this hash.</exception>
    public async Task<RenderingIndex?> FindAsync(
        CycleId cycle,
        string hash,
        CancellationToken cancellation
    )
    {
        if (await documents.FindAsync(IndexOf(cycle, hash), cancellation) is not { } found)
        {
            return null;
        }
        return RenderingIndex.HashOf(found.Content.Span) == hash
            ? RenderingIndex.FromBytes(found.Content.Span)
            : throw new InvalidDataException($"The kept list of renderings {hash} was changed.");
    }

    private async Task<(long Size, string Sha256)?> MakeAsync(
        string name,
        string contentType,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        if (await documents.OpenAsync(name, cancellation) is { } there)
        {
            await there.DisposeAsync();
            return null;
        }
        (long, string)? made = null;
        var isFirst = await documents.TryCreateAsync(
            name,
            contentType,
            async (target, stop) =>
            {
                await using var hashing = new HashingStream(target);
                await write(hashing, stop);
                made = (hashing.Length, hashing.Sha256());
            },
            cancellation
        );
        return isFirst ? made : null;
    }

    private async Task<(long Size, string Sha256)> MeasureAsync(
        string name,
        CancellationToken cancellation
    )
    {
        await using var there =
            await documents.OpenAsync(name, cancellation)
            ?? throw new FileNotFoundException($"There is no rendering {name}.");
        await using var hashing = new HashingStream(Stream.Null);
        await there.CopyToAsync(hashing, cancellation);
        return (hashing.Length, hashing.Sha256());
    }

    private static string NameOf(CycleId cycle, string dossier, RenderingId id, int version) =>
        FormattableString.Invariant($"dossiers/{cycle}/{dossier}/{id}.{version}");

    private static string NoteOf(string name) => $"{name}.json";

    private static string IndexOf(CycleId cycle, string hash) =>
        $"dossiers/{cycle}/renderings/{hash}.json";
}
