using System.Runtime.CompilerServices;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Compiling;

/// <summary>Keeps the documents of dossiers under their hashes: roots, pieces, and what approvers wrote in former rounds.</summary>
public sealed class DossierStore(IDocumentStore documents)
{
    private const int AtOnce = 8;

    /// <summary>Stores the root of a manifest, all that it names being stored; storing the same one again changes nothing.</summary>
    /// <returns>Its hash: the dossier's identity.</returns>
    public Task<string> AddAsync(Dossier dossier, CancellationToken cancellation) =>
        AddAsync(dossier.Cycle, dossier.ToManifest(), cancellation);

    /// <summary>Stores a piece.</summary>
    public Task AddAsync(CycleId cycle, DossierPiece piece, CancellationToken cancellation) =>
        AddAsync(cycle, piece.ToBytes(), cancellation);

    /// <summary>Stores what approvers wrote.</summary>
    /// <returns>Its hash.</returns>
    public Task<string> AddAsync(
        CycleId cycle,
        DossierComments comments,
        CancellationToken cancellation
    ) => AddAsync(cycle, comments.ToBytes(), cancellation);

    /// <summary>The exact bytes of a document, or null.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindDocumentAsync(
        CycleId cycle,
        string hash,
        CancellationToken cancellation
    ) => (await documents.FindAsync(NameOf(cycle, hash), cancellation))?.Content;

    /// <summary>Reads the root of a dossier, whose bytes are checked against the hash.</summary>
    /// <exception cref="FileNotFoundException">No such dossier was stored.</exception>
    /// <exception cref="InvalidDataException">The stored bytes do not have this hash.</exception>
    public async Task<Dossier> GetAsync(
        CycleId cycle,
        string hash,
        CancellationToken cancellation
    ) => Dossier.FromManifest((await BytesAsync(cycle, hash, cancellation)).Span);

    /// <summary>Reads a piece, whose bytes are checked against the hash.</summary>
    /// <exception cref="FileNotFoundException">No such piece was stored.</exception>
    /// <exception cref="InvalidDataException">The stored bytes do not have this hash.</exception>
    public async Task<DossierPiece> GetPieceAsync(
        CycleId cycle,
        DossierPieceRef piece,
        CancellationToken cancellation
    ) => DossierPiece.FromBytes((await BytesAsync(cycle, piece.Hash, cancellation)).Span);

    /// <summary>Reads pieces in their order, a few at once.</summary>
    public async IAsyncEnumerable<DossierPiece> PiecesAsync(
        CycleId cycle,
        IEnumerable<DossierPieceRef> pieces,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var some in pieces.Chunk(AtOnce))
        {
            foreach (
                var piece in await Task.WhenAll(
                    some.Select(piece => GetPieceAsync(cycle, piece, cancellation))
                )
            )
            {
                yield return piece;
            }
        }
    }

    /// <summary>What approvers wrote in the rounds before a dossier.</summary>
    public async Task<DossierComments> CommentsAsync(
        Dossier dossier,
        CancellationToken cancellation
    ) =>
        dossier.Comments is { } hash
            ? DossierComments.FromBytes((await BytesAsync(dossier.Cycle, hash, cancellation)).Span)
            : new DossierComments([]);

    /// <summary>The name under which a document of a dossier is kept.</summary>
    public static string NameOf(CycleId cycle, string hash) => $"dossiers/{cycle}/{hash}.json";

    private async Task<string> AddAsync(
        CycleId cycle,
        byte[] document,
        CancellationToken cancellation
    )
    {
        var hash = Dossier.HashOf(document);
        await documents.TryCreateAsync(
            NameOf(cycle, hash),
            "application/json",
            document,
            cancellation
        );
        return hash;
    }

    private async Task<ReadOnlyMemory<byte>> BytesAsync(
        CycleId cycle,
        string hash,
        CancellationToken cancellation
    )
    {
        var found =
            await FindDocumentAsync(cycle, hash, cancellation)
            ?? throw new FileNotFoundException($"There is no document {hash} of a dossier.");
        return Dossier.HashOf(found.Span) == hash
            ? found
            : throw new InvalidDataException(
                $"The stored document {hash} of a dossier was changed."
            );
    }
}
