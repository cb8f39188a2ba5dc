namespace ProgramReview.Core.Figures;

/// <summary>What a report says in one cell that it is asked for.</summary>
public sealed record OwnFigure
{
    /// <summary>Nothing: the cell is empty, or no version counts.</summary>
    public static readonly OwnFigure None = new();

    /// <summary>The value; its scale is the number of decimals written.</summary>
    public decimal? Value { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public string? Cell { get; init; }

    /// <summary>Why there is no value.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is marked as preliminary.</summary>
    public bool IsPreliminary { get; init; }

    /// <summary>Whether something was asked about it that nobody mended or explained.</summary>
    public bool IsUnexplained { get; init; }
}
