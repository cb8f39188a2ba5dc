using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Receipts;

/// <summary>How the attempt stands to time.</summary>
/// <param name="Verdict">On time, late or refused.</param>
/// <param name="Reason">The clause of the rule that decided.</param>
/// <param name="Instant">The instant that was judged, in UTC.</param>
/// <param name="InstantOf">What that instant is.</param>
/// <param name="Due">The <c>due</c> in force.</param>
/// <param name="Closes">The <c>closes</c> in force.</param>
/// <param name="RuleVersion">The version of the rule.</param>
public sealed record ReceiptTimeliness(
    TimelinessVerdict Verdict,
    TimelinessReason Reason,
    DateTimeOffset Instant,
    ReceiptInstantKind InstantOf,
    Deadline Due,
    Deadline Closes,
    int RuleVersion
)
{
    internal static ReceiptTimeliness Of(Judgement judgement, ReceiptInstantKind kind) =>
        new(
            judgement.Verdict,
            judgement.Reason,
            judgement.Committed.ToUniversalTime(),
            kind,
            judgement.Due,
            judgement.Closes,
            judgement.RuleVersion
        );
}
