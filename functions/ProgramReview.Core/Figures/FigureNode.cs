using System.Security.Cryptography;
using System.Text.Json;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>
/// The figures of one node: what its own reports say and what the bodies below it make, side by side and never added. The hash of the record
/// is of all that it was made from, since it names its children by theirs.
/// </summary>
public sealed record FigureNode
{
    /// <summary>The node.</summary>
    public required FanOutNode Node { get; init; }

    /// <summary>The hash of the layout that its cells are of.</summary>
    public required string Layout { get; init; }

    /// <summary>The reports that speak for all that it covers; where two tell the same, the first counts.</summary>
    public IReadOnlyList<OwnReport> Reports { get; init; } = [];

    /// <summary>What those below make of each cell of the layout, null where none is asked; empty if nobody is below.</summary>
    public IReadOnlyList<Aggregate?> Below { get; init; } = [];

    /// <summary>The nodes that it was made from.</summary>
    public IReadOnlyList<FigureChild> Children { get; init; } = [];

    /// <summary>What its own reports say in a cell; null if none is asked.</summary>
    public Told? Own(int cell)
    {
        Told? first = null;
        foreach (var report in Reports)
        {
            if (report.Cells[cell] is { } figure)
            {
                var told = new Told(report, figure);
                if (told.State == FigureState.Given)
                {
                    return told;
                }
                first ??= told;
            }
        }
        return first;
    }

    /// <summary>What those below make of a cell; null if none is asked.</summary>
    public Aggregate? BelowAt(int cell) => Below.Count > 0 ? Below[cell] : null;

    /// <summary>What everybody may read of it where figures are open: without what bodies wrote where a value is missing.</summary>
    public FigureNode ForEverybody() =>
        this with
        {
            Reports =
            [
                .. Reports.Select(report =>
                    report with
                    {
                        Cells =
                        [
                            .. report.Cells.Select(cell =>
                                cell?.Reason is null ? cell : cell with { Reason = null }
                            ),
                        ],
                    }
                ),
            ],
        };

    /// <summary>The record as it is stored.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, FigureJson.Options);

    /// <summary>Reads a stored record.</summary>
    /// <exception cref="JsonException">These are not the bytes of a record.</exception>
    public static FigureNode FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<FigureNode>(bytes, FigureJson.Options)
        ?? throw new JsonException("An empty record.");

    /// <summary>SHA-256 of a stored record, lower-case hexadecimal: what its parent knows it by.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes));
}
