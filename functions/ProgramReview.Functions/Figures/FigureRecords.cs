using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Figures;

/// <summary>Keeps the records of nodes' figures under their hashes, so that whoever has one hash can go down to every cell behind it.</summary>
public sealed class FigureRecords(IDocumentStore documents)
{
    /// <summary>Stores a record; storing the same one again changes nothing.</summary>
    public Task AddAsync(CycleId cycle, KeptFigures kept, CancellationToken cancellation) =>
        documents.TryCreateAsync(
            NameOf(cycle, kept.Hash),
            "application/json",
            kept.Bytes,
            cancellation
        );

    /// <summary>Reads a record, whose bytes are checked against the hash.</summary>
    /// <exception cref="FileNotFoundException">No such record was stored.</exception>
    /// <exception cref="InvalidDataException">The stored bytes do not have this hash.</exception>
    public async Task<FigureNode> GetAsync(
        CycleId cycle,
        string hash,
        CancellationToken cancellation
    )
    {
        var found =
            await FindDocumentAsync(cycle, hash, cancellation)
            ?? throw new FileNotFoundException($"There is no record of figures {hash}.");
        return FigureNode.HashOf(found.Span) == hash
            ? FigureNode.FromBytes(found.Span)
            : throw new InvalidDataException($"The stored record of figures {hash} was changed.");
    }

    /// <summary>The exact bytes stored under a hash, or null.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindDocumentAsync(
        CycleId cycle,
        string hash,
        CancellationToken cancellation
    ) => (await documents.FindAsync(NameOf(cycle, hash), cancellation))?.Content;

    /// <summary>The document that holds a record.</summary>
    public static string NameOf(CycleId cycle, string hash) => $"figures/{cycle}/{hash}.json";
}
