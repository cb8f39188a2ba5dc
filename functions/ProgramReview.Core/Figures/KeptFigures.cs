namespace ProgramReview.Core.Figures;

/// <summary>A node's figures with the record that stands for them in storage.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Bytes">The record.</param>
/// <param name="Hash">Its hash.</param>
public sealed record KeptFigures(FigureNode Figures, ReadOnlyMemory<byte> Bytes, string Hash)
{
    /// <summary>The record of a node's figures.</summary>
    public static KeptFigures Of(FigureNode figures)
    {
        var bytes = figures.ToBytes();
        return new(figures, bytes, FigureNode.HashOf(bytes));
    }

    /// <summary>The figures of a record.</summary>
    public static KeptFigures Read(ReadOnlyMemory<byte> bytes) =>
        new(FigureNode.FromBytes(bytes.Span), bytes, FigureNode.HashOf(bytes.Span));
}
