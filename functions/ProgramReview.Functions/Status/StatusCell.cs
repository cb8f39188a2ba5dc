using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Status;

/// <summary>One assignment in the matrix of bodies and report types.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Phase">Its state.</param>
/// <param name="Due">The <c>due</c> in force.</param>
/// <param name="Closes">The <c>closes</c> in force.</param>
/// <param name="FirstAcceptedAt">When the first acceptable report was committed, or null; feeds the curve.</param>
/// <param name="StoryPath">Where its story is told, or null for whoever may not open it.</param>
public sealed record StatusCell(
    AssignmentId Assignment,
    AssignmentPhase Phase,
    Deadline Due,
    Deadline Closes,
    DateTimeOffset? FirstAcceptedAt,
    string? StoryPath
);
