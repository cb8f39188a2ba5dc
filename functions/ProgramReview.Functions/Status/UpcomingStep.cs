using ProgramReview.Core.Deadlines;

namespace ProgramReview.Functions.Status;

/// <summary>Something that will happen by itself.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="ReportType">The report type concerned, or null for an approval round.</param>
/// <param name="Count">How many assignments or approvers it concerns.</param>
public sealed record UpcomingStep(
    UpcomingKind Kind,
    DateTimeOffset At,
    string? ReportType,
    int Count
)
{
    /// <summary>When, for a step that is the end of something.</summary>
    public Deadline? Limit =>
        Kind is UpcomingKind.Due or UpcomingKind.Closes or UpcomingKind.RoundCloses
            ? Deadline.At(At)
            : null;
}
