namespace ProgramReview.Functions.Forms;

/// <summary>A formula with what comes out of it, for whatever shows a sheet without reckoning. Never made of what people wrote.</summary>
/// <param name="Text">The formula, without the sign before it; null where nothing in the workbook makes the number.</param>
/// <param name="Result">What comes out of it, not rounded: others reckon with it.</param>
/// <param name="Decimals">How many decimals are shown.</param>
internal sealed record SheetFormula(string? Text, decimal Result, int Decimals);
