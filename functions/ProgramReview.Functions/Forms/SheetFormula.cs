namespace ProgramReview.Functions.Forms;

/// <summary>A formula with what comes out of it, for whatever shows a sheet without reckoning. Never made of what people wrote.</summary>
/// <param name="Text">The formula, without the sign before it.</param>
/// <param name="Result">What comes out of it.</param>
/// <param name="Decimals">How many decimals are shown.</param>
internal sealed record SheetFormula(string Text, decimal Result, int Decimals);
