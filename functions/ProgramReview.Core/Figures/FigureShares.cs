using System.Text.Json;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>What a node brings into the one above, cell by cell: the small part of its record that is read with those beside it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Layout">The hash of the layout that the cells are of.</param>
/// <param name="Hash">The hash of its record.</param>
/// <param name="Cells">By cell of the layout; null where neither it nor anybody below is asked.</param>
public sealed record FigureShares(
    FanOutNode Node,
    string Layout,
    string Hash,
    IReadOnlyList<FigureShare?> Cells
)
{
    /// <summary>What a node brings.</summary>
    public static FigureShares Of(FigureLayout layout, FigureNode node, string hash) =>
        new(
            node.Node,
            node.Layout,
            hash,
            [
                .. Enumerable
                    .Range(0, layout.Count)
                    .Select(cell =>
                        Share.Of(layout, cell, node) is { } share
                            ? FigureShare.Of(share, layout.PeriodOf(cell).Estimate)
                            : null
                    ),
            ]
        );

    /// <summary>As it is stored.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, FigureJson.Options);

    /// <summary>Reads what was stored.</summary>
    /// <exception cref="JsonException">These are not the bytes of a node's shares.</exception>
    public static FigureShares FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<FigureShares>(bytes, FigureJson.Options)
        ?? throw new JsonException("Empty shares.");
}
