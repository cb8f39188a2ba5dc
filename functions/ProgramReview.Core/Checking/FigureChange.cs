namespace ProgramReview.Core.Checking;

/// <summary>A figure that is another than before.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Period">The period's code.</param>
/// <param name="Before">What stood there, as it was written; empty for nothing.</param>
/// <param name="After">What stands there now, as it is written; empty for nothing.</param>
public sealed record FigureChange(string Indicator, string Period, string Before, string After);
