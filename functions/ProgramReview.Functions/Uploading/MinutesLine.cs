using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Uploading;

/// <summary>The minutes of a session on a page.</summary>
/// <param name="Meeting">The session.</param>
/// <param name="Path">Where they are fetched.</param>
/// <param name="Withheld">Why they are handed to nobody, as <see cref="FileGate.Withholds"/>; null if they are.</param>
public sealed record MinutesLine(CycleEvent.MeetingRecorded Meeting, string Path, string? Withheld);
