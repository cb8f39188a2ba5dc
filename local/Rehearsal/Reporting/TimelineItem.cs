namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>One thing that happened in a rehearsal.</summary>
/// <param name="At">When, in product time.</param>
/// <param name="Kind">What kind: a mail's occasion, <c>upload</c>, <c>decision</c>, or an event's name.</param>
/// <param name="About">An assignment, a round, or the cycle.</param>
/// <param name="Who">The person concerned, or empty.</param>
/// <param name="Outcome">What came of it, in a few words.</param>
public sealed record TimelineItem(
    DateTimeOffset At,
    string Kind,
    string About,
    string Who,
    string Outcome
);
