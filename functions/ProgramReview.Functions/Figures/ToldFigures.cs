namespace ProgramReview.Functions.Figures;

/// <summary>The figures of which the authors concerned were told last.</summary>
/// <param name="Root">The hash of the root's record.</param>
/// <param name="Found">How much did not go together, by the check's code.</param>
public sealed record ToldFigures(string Root, IReadOnlyDictionary<string, int> Found);
