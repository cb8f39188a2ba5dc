using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>One opening of an assignment.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Cause">Why it opened.</param>
/// <param name="Due">Its own <c>due</c>, before any extension.</param>
/// <param name="Closes">The <c>closes</c> in force.</param>
/// <param name="Parts">The parts that can be sent in it.</param>
/// <param name="Extension">The <c>due</c> a person moved it to, or null.</param>
/// <param name="Comment">What the approvers or operations asked for, or null.</param>
/// <param name="Outcome">How it ended, or null while it runs.</param>
/// <param name="Checks">How it treats checks of content.</param>
public sealed record Window(
    int Number,
    OpeningCause Cause,
    Deadline Due,
    Deadline Closes,
    IReadOnlyList<AskedPart> Parts,
    Deadline? Extension,
    string? Comment,
    WindowOutcome? Outcome,
    CheckTerms Checks
)
{
    internal Window(AssignmentEvent.Opened opened)
        : this(
            opened.Window,
            opened.Cause,
            opened.Due,
            opened.Closes,
            opened.Parts,
            null,
            opened.Comment,
            null,
            opened.Checks ?? CheckTerms.Unsaid
        ) { }

    /// <summary>The <c>due</c> after an extension.</summary>
    public Deadline DueInForce => Extension ?? Due;

    /// <summary>Until when a part that came on time can be corrected; null if the plan gives no time for that.</summary>
    public Deadline? CorrectionsEnd => Checks.Corrections is { } time ? Closes.MovedBy(time) : null;

    /// <summary>Whether what came on time can be corrected, its close being past.</summary>
    public bool TakesCorrections(DateTimeOffset now) =>
        Outcome is null
        && Closes.HasPassed(now)
        && CorrectionsEnd is { } end
        && !end.HasPassed(now);

    /// <summary>When an outstanding check is given up: so long after the close, or after the file came if that was later.</summary>
    public DateTimeOffset GivesUp(Submission submission)
    {
        var stored = submission.EvidenceStored ?? submission.Judgement.Committed;
        var came = stored > submission.Noticed ? stored : submission.Noticed;
        var left = Closes.Remaining(came);
        return came + (left > TimeSpan.Zero ? left : TimeSpan.Zero) + Checks.Wait;
    }

    /// <summary>Whether a part can be sent in it.</summary>
    public bool Takes(string part) => Parts.Any(one => one.Code == part);

    /// <summary>The parts that it waits for.</summary>
    public IEnumerable<string> Awaited() =>
        Parts.Where(part => part.Required).Select(part => part.Code);

    /// <summary>Judges a commit that a person admitted for this window.</summary>
    /// <param name="committed">As storage reports it, in product time.</param>
    public Judgement JudgeAdmitted(DateTimeOffset committed) =>
        Timeliness.Judge(Due, Closes, Extension, admitted: true, committed);

    /// <summary>Judges the commit of a correction that was permitted after the close.</summary>
    /// <param name="committed">As storage reports it, in product time.</param>
    public Judgement JudgeCorrection(DateTimeOffset committed) =>
        Timeliness.JudgeCorrection(Due, Closes, Extension, CorrectionsEnd ?? Closes, committed);

    /// <summary>Whether reports can still come: it has neither ended nor closed.</summary>
    public bool IsOpen(DateTimeOffset now) => Outcome is null && !Closes.HasPassed(now);

    /// <summary>Judges the instant at which bytes were stored whole, by the <c>due</c> and <c>closes</c> in force in this window.</summary>
    /// <param name="committed">As storage reports it, in product time.</param>
    public Judgement Judge(DateTimeOffset committed) =>
        Timeliness.Judge(Due, Closes, Extension, admitted: false, committed);
}
