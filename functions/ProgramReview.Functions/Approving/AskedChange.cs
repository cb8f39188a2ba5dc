using ProgramReview.Core.Compiling;

namespace ProgramReview.Functions.Approving;

/// <summary>What became of one part of a report between two rounds, and whether it was asked for.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Asked">The comment with which changes were asked for, or null if they were not.</param>
public sealed record AskedChange(PartChange Change, string? Asked);
