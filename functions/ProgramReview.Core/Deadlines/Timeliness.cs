namespace ProgramReview.Core.Deadlines;

/// <summary>
/// The one rule about time: only the commit instant counts, as storage reports it. Event delay, order, repetition, the worker's
/// clock and the entrance do not.
/// </summary>
public static class Timeliness
{
    /// <summary>Goes up when the rule changes, so that an old judgement can be explained for ever.</summary>
    public const int RuleVersion = 1;

    /// <summary>Judges one commit instant against the exclusive instants of its window.</summary>
    /// <param name="due">The window's own <c>due</c>.</param>
    /// <param name="closes">The window's <c>closes</c>, never before the <c>due</c> in force.</param>
    /// <param name="extension">The <c>due</c> a person moved it to, or null.</param>
    /// <param name="admitted">Whether a named person admitted the report after the close.</param>
    /// <param name="committed">When the finished bytes were stored.</param>
    public static Judgement Judge(
        Deadline due,
        Deadline closes,
        Deadline? extension,
        bool admitted,
        DateTimeOffset committed
    )
    {
        var dueInForce = extension ?? due;
        var (verdict, reason) = (
            dueInForce.IsReachedBy(committed),
            closes.IsReachedBy(committed),
            admitted
        ) switch
        {
            (false, _, _) => (
                TimelinessVerdict.OnTime,
                extension is null || !due.IsReachedBy(committed)
                    ? TimelinessReason.BeforeDue
                    : TimelinessReason.BeforeExtendedDue
            ),
            (true, false, _) => (TimelinessVerdict.Late, TimelinessReason.AfterDue),
            (true, true, true) => (TimelinessVerdict.Late, TimelinessReason.AdmittedAfterCloses),
            (true, true, false) => (TimelinessVerdict.Refused, TimelinessReason.AfterCloses),
        };
        return new Judgement(verdict, reason, committed, dueInForce, closes, RuleVersion);
    }

    /// <summary>Judges the correction of a part that came on time: what mends it in the time given after the close is as good.</summary>
    /// <param name="due">The window's own <c>due</c>.</param>
    /// <param name="closes">The window's <c>closes</c>, never before the <c>due</c> in force.</param>
    /// <param name="extension">The <c>due</c> a person moved it to, or null.</param>
    /// <param name="until">From this instant on a correction is refused like anything else.</param>
    /// <param name="committed">When the finished bytes were stored.</param>
    public static Judgement JudgeCorrection(
        Deadline due,
        Deadline closes,
        Deadline? extension,
        Deadline until,
        DateTimeOffset committed
    )
    {
        var judged = Judge(due, closes, extension, admitted: false, committed);
        return judged.Verdict == TimelinessVerdict.Refused && !until.IsReachedBy(committed)
            ? judged with
            {
                Verdict = TimelinessVerdict.OnTime,
                Reason = TimelinessReason.CorrectedAfterCloses,
            }
            : judged;
    }
}
