using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Status;

/// <summary>Something a person of operations decided, as it stands on record.</summary>
/// <param name="At">When.</param>
/// <param name="Assignment">The assignment, or null for the cycle.</param>
/// <param name="Event">What: the person, the reason, old and new instant are in it.</param>
/// <param name="StoryPath">The story it belongs to, or null for whoever may not open it.</param>
public sealed record StatusDecision(
    DateTimeOffset At,
    AssignmentId? Assignment,
    Event Event,
    string? StoryPath
);
