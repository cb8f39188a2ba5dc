namespace ProgramReview.Core.Deadlines;

/// <summary>What the rule said about one commit instant, and why.</summary>
/// <param name="Verdict">On time, late or refused.</param>
/// <param name="Reason">The clause that decided.</param>
/// <param name="Committed">The instant that decided, as storage reported it.</param>
/// <param name="Due">The <c>due</c> in force, after an extension.</param>
/// <param name="Closes">The <c>closes</c> in force.</param>
/// <param name="RuleVersion">The version of the rule that judged.</param>
public sealed record Judgement(
    TimelinessVerdict Verdict,
    TimelinessReason Reason,
    DateTimeOffset Committed,
    Deadline Due,
    Deadline Closes,
    int RuleVersion
);
