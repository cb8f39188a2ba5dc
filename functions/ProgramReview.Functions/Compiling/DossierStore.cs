using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Compiling;

/// <summary>Keeps dossier manifests under their hash.</summary>
public sealed class DossierStore(IDocumentStore documents)
{
    /// <summary>Stores a manifest under its own hash; storing the same one again changes nothing.</summary>
    /// <returns>Its hash: the dossier's identity.</returns>
    public async Task<string> AddAsync(Dossier dossier, CancellationToken cancellation)
    {
        var manifest = dossier.ToManifest();
        var hash = Dossier.HashOf(manifest);
        await documents.TryCreateAsync(
            NameOf(dossier.Cycle, hash),
            "application/json",
            manifest,
            cancellation
        );
        return hash;
    }

    /// <summary>The exact bytes of a manifest, or null.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindManifestAsync(
        CycleId cycle,
        string hash,
        CancellationToken cancellation
    ) => (await documents.FindAsync(NameOf(cycle, hash), cancellation))?.Content;

    /// <summary>Reads a dossier from its manifest, whose bytes are checked against the hash.</summary>
    /// <exception cref="FileNotFoundException">No such dossier was stored.</exception>
    /// <exception cref="InvalidDataException">The stored bytes do not have this hash.</exception>
    public async Task<Dossier> GetAsync(CycleId cycle, string hash, CancellationToken cancellation)
    {
        var manifest =
            await FindManifestAsync(cycle, hash, cancellation)
            ?? throw new FileNotFoundException($"There is no dossier {hash}.");
        return Dossier.HashOf(manifest.Span) == hash
            ? Dossier.FromManifest(manifest.Span)
            : throw new InvalidDataException($"The stored dossier {hash} was changed.");
    }

    /// <summary>The document that holds a manifest.</summary>
    public static string NameOf(CycleId cycle, string hash) => $"dossiers/{cycle}/{hash}.json";
}
