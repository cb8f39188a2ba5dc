namespace ProgramReview.Core.Checking.Reading;

/// <summary>The cells of a workbook as they are written and as they are shown; nothing is computed.</summary>
/// <param name="Sheets">In the workbook's order, hidden ones included.</param>
/// <param name="Fonts">The fonts of cells that hold text, the most used first; empty where the format does not say.</param>
public sealed record AnnexFacts(IReadOnlyList<AnnexSheet> Sheets, IReadOnlyList<FontUse> Fonts);
