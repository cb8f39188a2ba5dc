using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Approving;

/// <summary>What became of one part of a report between two rounds.</summary>
/// <param name="Part">The part.</param>
/// <param name="Before">What counted in the last round, or null.</param>
/// <param name="Now">What counts in this round, or null.</param>
/// <param name="Asked">The comment with which changes were asked for, or null if they were not.</param>
public sealed record RoundChange(
    PartId Part,
    CountingFile? Before,
    CountingFile? Now,
    string? Asked
);
