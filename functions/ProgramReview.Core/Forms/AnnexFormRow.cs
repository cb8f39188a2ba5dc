namespace ProgramReview.Core.Forms;

/// <summary>A row of the annex.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Cells">One for each column.</param>
public sealed record AnnexFormRow(string Indicator, IReadOnlyList<AnnexCell> Cells);
