using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Status;

/// <summary>One exception, shown first.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Since when.</param>
/// <param name="Assignment">The assignment concerned, or null.</param>
/// <param name="Detail">Further words as recorded, or null.</param>
/// <param name="StoryPath">Where the story is told, or null where there is none or the reader may not open it.</param>
public sealed record StatusAlarm(
    StatusAlarmKind Kind,
    DateTimeOffset At,
    AssignmentId? Assignment,
    string? Detail,
    string? StoryPath
)
{
    /// <summary>The letter it is about: its id in the outbox; or null.</summary>
    public string? Mail { get; init; }

    /// <summary>Since when, where that is the end of something.</summary>
    public Deadline? Limit =>
        Kind is StatusAlarmKind.Overdue or StatusAlarmKind.Missing ? Deadline.At(At) : null;
}
