using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Requesting;

/// <summary>A report's window closed: what can still be corrected, by whom and until when; and which questions stayed without an answer.</summary>
public sealed class ClosedLetter(IEventStore events, LinkAddresses addresses)
    : WindowLetter(events, addresses)
{
    /// <inheritdoc/>
    public override string Button => "mail.button.received";

    /// <inheritdoc/>
    protected override MailOccasion Occasion => MailOccasion.Closed;

    /// <inheritdoc/>
    protected override LetterParts Draw(LetterDraft draft, AssignmentState state)
    {
        var page = draft.Page;
        var language = draft.Recipient.Language;
        var correctable = state.Correctable().ToList();
        var until = InstantText.Full(page, state.Current!.CorrectionsEnd ?? state.Current.Closes);
        var open = state.UnexplainedNow().ToList();
        var past = open.Where(one => !correctable.Contains(one.Submission.Part)).ToList();
        List<string> left =
        [
            .. correctable.Count > 0
                ? [Text.Get(language, "mail.closed.correct", until)]
                : (string[])[],
            .. open.Count > past.Count
                ? [Text.Get(language, "mail.closed.explain", until)]
                : (string[])[],
            .. past.Count > 0
                ? [Text.Count(language, "mail.closed.unexplained", past.Count)]
                : (string[])[],
        ];
        return About(draft, state, correctable.Count > 0 ? null : "mail.closed.subject-unexplained")
            .Place("until", until)
            .Place("left-open", string.Join("\n\n", left))
            .Fact(
                "mail.fact.correctable",
                PartText.Names(page, draft.Assignment.ReportType, correctable)
            )
            .Fact("mail.fact.corrected-until", correctable.Count > 0 ? until : null)
            .Found(
                correctable
                    .Select(part =>
                        state.Submissions.Last(one =>
                            one.Part == part && one.Window == state.Current.Number
                        )
                    )
                    .SelectMany(one =>
                        one.Standing().Where(finding => finding.Severity >= Severity.Error)
                    )
                    .Concat(open.Select(one => one.Query)),
                draft.Assignment.ReportType
            );
    }

    /// <inheritdoc/>
    protected override LetterParts WithWhatIsAsked(
        LetterParts letter,
        LetterDraft draft,
        AssignmentState state
    ) => letter;
}
