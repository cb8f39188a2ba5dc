using ProgramReview.Core.Figures;
using ProgramReview.Core.Figures.Consistency;

namespace ProgramReview.Functions.Figures;

/// <summary>The row of a node's figures: which record is the newest, and what it brings into the node above.</summary>
/// <param name="Hash">SHA-256 of the record, lower-case hexadecimal.</param>
/// <param name="Layout">The hash of the layout it was made by.</param>
/// <param name="Shares">What it brings, a few kilobytes; null where that is too long for a row, and follows from the record.</param>
public sealed record FigureRow(string Hash, string Layout, FigureShares? Shares)
{
    /// <summary>How much the checks between reports find in the node itself, peers aside.</summary>
    public int FoundHere { get; init; }

    /// <summary>The same here and below, by the check's code.</summary>
    public IReadOnlyDictionary<string, int> Found { get; init; } = new Dictionary<string, int>();

    /// <summary>The row of a node.</summary>
    /// <param name="kept">Its figures.</param>
    /// <param name="here">What is found in them.</param>
    /// <param name="below">The rows of the nodes directly below.</param>
    public static FigureRow Of(
        KeptFigures kept,
        IReadOnlyCollection<ConsistencyFinding> here,
        IEnumerable<FigureRow> below
    ) =>
        new(kept.Hash, kept.Figures.Layout, kept.Shares)
        {
            FoundHere = here.Count,
            Found = here.Select(finding => KeyValuePair.Create(finding.Code, 1))
                .Concat(below.SelectMany(row => row.Found))
                .GroupBy(one => one.Key, StringComparer.Ordinal)
                .OrderBy(code => code.Key, StringComparer.Ordinal)
                .ToDictionary(code => code.Key, code => code.Sum(one => one.Value)),
        };
}
