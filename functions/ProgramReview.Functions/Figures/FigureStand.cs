namespace ProgramReview.Functions.Figures;

/// <summary>How the figures of a cycle stand.</summary>
/// <param name="IsSettled">Whether nothing is left to do: all is added up and, once the reports are settled, their authors were asked.</param>
/// <param name="Root">The hash of the root's record, which stands for all of them; null while they are not added up, and where a plan asks for none.</param>
public sealed record FigureStand(bool IsSettled, string? Root);
