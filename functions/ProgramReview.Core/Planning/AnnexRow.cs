namespace ProgramReview.Core.Planning;

/// <summary>One row of a body's annex.</summary>
/// <param name="Indicator">What is asked.</param>
/// <param name="Earlier">What was known before that the body can compare its own values with, in the order of periods.</param>
public sealed record AnnexRow(Indicator Indicator, IReadOnlyList<EarlierFigure> Earlier);
