using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Status;

/// <summary>A part of the cycle that has a page of its own.</summary>
/// <param name="Name">Its body, or its first and last.</param>
/// <param name="Path">Its page.</param>
/// <param name="Phases">How many assignments are in each state.</param>
public sealed record StatusNode(
    string Name,
    string Path,
    IReadOnlyDictionary<AssignmentPhase, int> Phases
);
