namespace ProgramReview.Functions.Status;

/// <summary>One page of the exceptions of a kind.</summary>
/// <param name="Alarms">The exceptions.</param>
/// <param name="Count">How many there are in all, or null where only some were searched for.</param>
/// <param name="HasMore">Whether a page follows.</param>
public sealed record StatusAlarmPage(IReadOnlyList<StatusAlarm> Alarms, int? Count, bool HasMore);
