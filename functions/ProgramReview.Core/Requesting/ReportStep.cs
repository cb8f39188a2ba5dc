namespace ProgramReview.Core.Requesting;

/// <summary>One step of a report's process.</summary>
/// <param name="Progress">What will have been done once the effects are carried out.</param>
/// <param name="Effects">What to do, in order; the process looks again at once when there are any.</param>
/// <param name="WakeAt">When to look again if nobody rings; null if the process has ended.</param>
public sealed record ReportStep(
    ReportProgress Progress,
    IReadOnlyList<ReportEffect> Effects,
    DateTimeOffset? WakeAt
);
