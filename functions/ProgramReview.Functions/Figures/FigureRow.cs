using ProgramReview.Core.Figures;

namespace ProgramReview.Functions.Figures;

/// <summary>The row of a node's figures: which record is the newest, and what it brings into the node above.</summary>
/// <param name="Hash">SHA-256 of the record, lower-case hexadecimal.</param>
/// <param name="Layout">The hash of the layout it was made by.</param>
/// <param name="Shares">What it brings, a few kilobytes; null where that is too long for a row, and follows from the record.</param>
public sealed record FigureRow(string Hash, string Layout, FigureShares? Shares)
{
    /// <summary>The row of a node.</summary>
    public static FigureRow Of(KeptFigures kept) =>
        new(kept.Hash, kept.Figures.Layout, kept.Shares);
}
