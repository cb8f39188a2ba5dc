namespace ProgramReview.Functions.Status;

/// <summary>All exceptions of one kind.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Count">How many.</param>
/// <param name="Items">They themselves if they are few and at hand; else empty.</param>
/// <param name="Path">Where all are listed.</param>
public sealed record StatusAlarmGroup(
    StatusAlarmKind Kind,
    int Count,
    IReadOnlyList<StatusAlarm> Items,
    string Path
);
