using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>A column of values.</summary>
/// <param name="Period">The period they are of.</param>
/// <param name="Column">Its place in the sheet.</param>
/// <param name="Heading">The cell that says so; null where only the hidden code does.</param>
/// <param name="IsMarked">Whether what stands above an estimate says that it is one; true for actual values.</param>
/// <param name="IsPreliminary">Whether the heading says that they are preliminary.</param>
internal sealed record AnnexValueColumn(
    Period Period,
    int Column,
    string? Heading,
    bool IsMarked,
    bool IsPreliminary
);
