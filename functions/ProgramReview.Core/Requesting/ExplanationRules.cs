using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Requesting;

/// <summary>Decides whether a body may answer a query with a sentence: until the close, or the end of corrections; then operations alone may.</summary>
public static class ExplanationRules
{
    /// <summary>The longest explanation, in characters; a longer one is refused and never cut.</summary>
    public const int MaxLength = 2000;

    // An answer may be bettered; a stream is not filled with them.
    private const int MostOfOneQuery = 5;

    /// <summary>The event it comes to, or a named refusal.</summary>
    /// <param name="state">The assignment.</param>
    /// <param name="person">Whose link it is.</param>
    /// <param name="part">The part that the query is about; null: whichever has one without an answer.</param>
    /// <param name="finding">The query's key.</param>
    /// <param name="text">The answer.</param>
    /// <param name="now">The present.</param>
    public static (AssignmentEvent.Explained? Event, Refusal? Why) Decide(
        AssignmentState state,
        string person,
        string? part,
        string finding,
        string text,
        DateTimeOffset now
    ) =>
        RefuseText(text) is { } unfit ? (null, unfit)
        : state.Exemption is { } exemption
            ? (null, Refusal.Conflict("already-exempt", by: exemption.By))
        : state.Current is not { } current ? (null, Refusal.Conflict("not-open-yet"))
        : state.FindQuery(finding, part) is not { } query
            ? (null, Refusal.Conflict("query-unknown"))
        : OpenUntil(state, query.Submission.Part, now) is null
            ? (null, Refusal.Conflict("explaining-closed", current.Closes))
        : state.Explanations.Count(one =>
            one.Finding == finding && one.Part == query.Submission.Part
        ) >= MostOfOneQuery
            ? (null, Refusal.Conflict("explained-often"))
        : (
            new AssignmentEvent.Explained(
                query.Submission.Window,
                query.Submission.Part,
                finding,
                HumanText.Clean(text, lines: true).Trim(),
                person
            ),
            null
        );

    /// <summary>Why a text will not do, or null.</summary>
    public static Refusal? RefuseText(string text) =>
        HumanText.IsBlank(text) ? Refusal.Unfit("explanation-missing", "text")
        : text.Trim().Length > MaxLength ? Refusal.Unfit("explanation-too-long", "text")
        : null;

    /// <summary>Until when a body may answer queries about a part by its link; null: not any more, or not yet.</summary>
    /// <param name="state">The assignment.</param>
    /// <param name="part">The part.</param>
    /// <param name="now">The present.</param>
    public static Deadline? OpenUntil(AssignmentState state, string part, DateTimeOffset now) =>
        state switch
        {
            { Exemption: not null } or { Current: null } => null,
            { Current: { } current } when current.IsOpen(now) => current.Closes,
            { Current: { } current }
                when current.TakesCorrections(now) && state.Correctable().Contains(part) =>
                current.CorrectionsEnd,
            _ => null,
        };
}
