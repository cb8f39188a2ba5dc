using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Approving;

/// <summary>What became of one assignment between two rounds.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Before">What counted in the last round, or null.</param>
/// <param name="Now">What counts in this round, or null.</param>
/// <param name="Asked">The comment with which changes were asked for, or null if they were not.</param>
public sealed record RoundChange(
    AssignmentId Assignment,
    CountingFile? Before,
    CountingFile? Now,
    string? Asked
);
