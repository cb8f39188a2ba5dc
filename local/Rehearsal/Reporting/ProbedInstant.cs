namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>What the live rules say around one instant that decides.</summary>
/// <param name="At">The instant.</param>
/// <param name="What">What it is, for example <c>due</c>.</param>
/// <param name="About">Of what: a report type and why it was open, or an approval round.</param>
/// <param name="Count">How many assignments it decides about; 0 for a round.</param>
/// <param name="Before">What holds one second before.</param>
/// <param name="AtIt">What holds at the instant.</param>
/// <param name="After">What holds one second after.</param>
public sealed record ProbedInstant(
    DateTimeOffset At,
    string What,
    string About,
    int Count,
    string Before,
    string AtIt,
    string After
);
