using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>One opening of an assignment.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Cause">Why it opened.</param>
/// <param name="Due">Its own <c>due</c>, before any extension.</param>
/// <param name="Closes">The <c>closes</c> in force.</param>
/// <param name="Extension">The <c>due</c> a person moved it to, or null.</param>
/// <param name="Comment">What the approvers or operations asked for, or null.</param>
/// <param name="Outcome">How it ended, or null while it runs.</param>
public sealed record Window(
    int Number,
    OpeningCause Cause,
    Deadline Due,
    Deadline Closes,
    Deadline? Extension,
    string? Comment,
    WindowOutcome? Outcome
)
{
    internal Window(AssignmentEvent.Opened opened)
        : this(opened.Window, opened.Cause, opened.Due, opened.Closes, null, opened.Comment, null)
    { }

    /// <summary>The <c>due</c> after an extension.</summary>
    public Deadline DueInForce => Extension ?? Due;

    /// <summary>Judges a commit that a person admitted for this window.</summary>
    /// <param name="committed">As storage reports it, in product time.</param>
    public Judgement JudgeAdmitted(DateTimeOffset committed) =>
        Timeliness.Judge(Due, Closes, Extension, admitted: true, committed);

    /// <summary>Whether reports can still come: it has neither ended nor closed.</summary>
    public bool IsOpen(DateTimeOffset now) => Outcome is null && !Closes.HasPassed(now);

    /// <summary>Judges the instant at which bytes were stored whole, by the <c>due</c> and <c>closes</c> in force in this window.</summary>
    /// <param name="committed">As storage reports it, in product time.</param>
    public Judgement Judge(DateTimeOffset committed) =>
        Timeliness.Judge(Due, Closes, Extension, admitted: false, committed);
}
