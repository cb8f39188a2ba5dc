namespace ProgramReview.Functions.Figures;

/// <summary>How far the authors have been asked about figures that do not go together.</summary>
/// <param name="Root">The hash of the figures.</param>
/// <param name="Steps">How many steps it takes, a hundred nodes each.</param>
/// <param name="Done">How many were taken.</param>
public sealed record FigureTelling(string Root, int Steps, int Done = 0);
