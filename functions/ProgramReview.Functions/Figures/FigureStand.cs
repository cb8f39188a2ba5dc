namespace ProgramReview.Functions.Figures;

/// <summary>How the figures of a cycle stand.</summary>
/// <param name="IsSettled">Whether nothing is left to add up.</param>
/// <param name="Root">The hash of the root's record, which stands for all of them; null while they are not settled, and where a plan asks for none.</param>
public sealed record FigureStand(bool IsSettled, string? Root);
