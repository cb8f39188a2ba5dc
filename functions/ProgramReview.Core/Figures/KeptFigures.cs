namespace ProgramReview.Core.Figures;

/// <summary>A node's figures with what stands for them in storage.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Bytes">The record.</param>
/// <param name="Shares">What it brings into the node above, with the record's hash.</param>
public sealed record KeptFigures(
    FigureNode Figures,
    ReadOnlyMemory<byte> Bytes,
    FigureShares Shares
)
{
    /// <summary>The hash of the record.</summary>
    public string Hash => Shares.Hash;

    /// <summary>What is kept of a node's figures.</summary>
    public static KeptFigures Of(FigureLayout layout, FigureNode figures)
    {
        var bytes = figures.ToBytes();
        return new(figures, bytes, FigureShares.Of(layout, figures, FigureNode.HashOf(bytes)));
    }
}
