using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Status;

/// <summary>One assignment in the matrix of bodies and report types.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Phase">Its state.</param>
/// <param name="Due">The <c>due</c> in force.</param>
/// <param name="Closes">The <c>closes</c> in force.</param>
/// <param name="FirstAcceptedAt">When the last of the required parts had an acceptable version, or null; feeds the curve.</param>
/// <param name="Counting">How many of the required parts have a version that counts.</param>
/// <param name="Required">How many parts are required; 0 before it opened.</param>
/// <param name="StoryPath">Where its story is told, or null for whoever may not open it.</param>
public sealed record StatusCell(
    AssignmentId Assignment,
    AssignmentPhase Phase,
    Deadline Due,
    Deadline Closes,
    DateTimeOffset? FirstAcceptedAt,
    int Counting,
    int Required,
    string? StoryPath
);
