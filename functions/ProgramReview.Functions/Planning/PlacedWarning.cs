using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning;

/// <summary>A warning with its place in the plan file.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Warning">The warning.</param>
public sealed record PlacedWarning(string File, int Line, PlanWarning Warning);
