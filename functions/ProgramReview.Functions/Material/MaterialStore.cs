using System.Text.Json;
using ProgramReview.Core.Material;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Material;

/// <summary>
/// Keeps material in documents named by their hashes: manifests, pieces, and for each piece a document a section. What is there is never made
/// again, however often it is asked for.
/// </summary>
public sealed class MaterialStore(IDocumentStore documents)
{
    private const string Elsewhere = "-";

    /// <summary>Whether a piece is there, with all its sections.</summary>
    public async Task<bool> HasPieceAsync(
        CycleId cycle,
        string hash,
        CancellationToken cancellation
    ) => await documents.FindAsync(PieceOf(cycle, hash), cancellation) is not null;

    /// <summary>Keeps a piece; its sections first, so that a piece that is there is whole.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="sections">What its reports say, by section; the code of what stands in none is empty.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task KeepPieceAsync(
        CycleId cycle,
        MaterialPiece piece,
        IEnumerable<IGrouping<string, MaterialSection>> sections,
        CancellationToken cancellation
    )
    {
        var hash = piece.Hash();
        foreach (var section in sections)
        {
            await KeepAsync(
                SectionOf(cycle, hash, section.Key),
                JsonSerializer.SerializeToUtf8Bytes(section.ToList()),
                cancellation
            );
        }
        await KeepAsync(PieceOf(cycle, hash), piece.ToBytes(), cancellation);
    }

    /// <summary>A piece.</summary>
    /// <exception cref="FileNotFoundException">There is none of this hash.</exception>
    public Task<MaterialPiece> GetPieceAsync(
        CycleId cycle,
        string hash,
        CancellationToken cancellation
    ) => GetAsync<MaterialPiece>(PieceOf(cycle, hash), cancellation);

    /// <summary>What the reports of a piece say in a section; nothing where none of them has it.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="hash">The piece.</param>
    /// <param name="section">The section's code; empty for what stands in none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<MaterialSection>> SectionAsync(
        CycleId cycle,
        string hash,
        string section,
        CancellationToken cancellation
    ) =>
        await documents.FindAsync(SectionOf(cycle, hash, section), cancellation) is { } found
            ? JsonSerializer.Deserialize<IReadOnlyList<MaterialSection>>(found.Content.Span)!
            : [];

    /// <summary>Keeps a manifest.</summary>
    /// <returns>Its hash.</returns>
    public async Task<string> KeepAsync(MaterialManifest manifest, CancellationToken cancellation)
    {
        var bytes = manifest.ToBytes();
        var hash = MaterialManifest.HashOf(bytes);
        await KeepAsync(ManifestOf(manifest.Cycle, hash), bytes, cancellation);
        return hash;
    }

    /// <summary>A manifest.</summary>
    /// <exception cref="FileNotFoundException">There is none of this hash.</exception>
    public Task<MaterialManifest> GetAsync(
        CycleId cycle,
        string hash,
        CancellationToken cancellation
    ) => GetAsync<MaterialManifest>(ManifestOf(cycle, hash), cancellation);

    /// <summary>Keeps what was otherwise when material was made.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="asked">The entry that asks for it.</param>
    /// <param name="changes">What was otherwise.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task KeepAsync(
        CycleId cycle,
        long asked,
        MaterialChanges changes,
        CancellationToken cancellation
    ) =>
        KeepAsync(
            ChangesOf(cycle, asked),
            JsonSerializer.SerializeToUtf8Bytes(changes),
            cancellation
        );

    /// <summary>What was otherwise when material was made.</summary>
    /// <exception cref="FileNotFoundException">None was made for this entry.</exception>
    public Task<MaterialChanges> ChangesAsync(
        CycleId cycle,
        long asked,
        CancellationToken cancellation
    ) => GetAsync<MaterialChanges>(ChangesOf(cycle, asked), cancellation);

    private Task<bool> KeepAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    ) => documents.TryCreateAsync(name, "application/json", content, cancellation);

    private async Task<T> GetAsync<T>(string name, CancellationToken cancellation) =>
        JsonSerializer.Deserialize<T>(
            (
                await documents.FindAsync(name, cancellation)
                ?? throw new FileNotFoundException($"There is no document {name}.")
            )
                .Content
                .Span
        )!;

    private static string PieceOf(CycleId cycle, string hash) =>
        $"material/{cycle}/pieces/{hash}.json";

    private static string SectionOf(CycleId cycle, string hash, string section) =>
        $"material/{cycle}/pieces/{hash}/{(section.Length == 0 ? Elsewhere : section)}.json";

    private static string ManifestOf(CycleId cycle, string hash) => $"material/{cycle}/{hash}.json";

    private static string ChangesOf(CycleId cycle, long asked) =>
        FormattableString.Invariant($"material/{cycle}/changes-{asked}.json");
}
