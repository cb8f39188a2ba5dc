using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>What a body wrote for one indicator and one period.</summary>
/// <param name="Indicator">What was asked.</param>
/// <param name="Period">For which time.</param>
/// <param name="Cell">The address of its cell, for example <c>F7</c>.</param>
/// <param name="State">What stands there.</param>
public sealed record AnnexValue(
    Indicator Indicator,
    Period Period,
    string Cell,
    AnnexValueState State
)
{
    /// <summary>The number if one is given; null for anything else.</summary>
    public decimal? Number { get; init; }

    /// <summary>What stands in the cell as it is written; empty for nothing.</summary>
    public string Written { get; init; } = "";

    /// <summary>Whether the number was written as text.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether the cell is part of several made one.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Whether its row, column or sheet is hidden.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether the body says that it is preliminary.</summary>
    public bool IsPreliminary { get; init; }

    /// <summary>Why it is missing, as the body says in that row; null without a word.</summary>
    public string? Reason { get; init; }

    /// <summary>What the body has to add in that row; null without a word.</summary>
    public string? Remark { get; init; }
}
