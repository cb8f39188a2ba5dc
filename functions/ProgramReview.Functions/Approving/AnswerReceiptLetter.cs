using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>An approver's answer is on record: what it says, and the signed receipt to keep.</summary>
public sealed class AnswerReceiptLetter(LinkAddresses addresses, ReceiptBundles receipts)
    : LetterKind
{
    private const string Sequence = "sequence";

    /// <inheritdoc/>
    public override string Button => "mail.button.answer";

    /// <summary>The letter about an answer that is on record.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="recorded">The answer's entry, and the stream it stands in.</param>
    public static MailRequest About(RunningCycle cycle, Recorded recorded)
    {
        var decided = (CycleEvent.Decided)recorded.Entry.Event;
        return new MailRequest(
            cycle.Ref,
            nameof(AnswerReceiptLetter),
            decided.Voter,
            Subject: FormattableString.Invariant($"{decided.Round}"),
            FormattableString.Invariant($"{cycle.Ref.Cycle}-answered-{decided.Round}")
        )
        {
            Link = LinkPurpose.Decide,
            LinkExpires = RoundLetter.LinkEnds(recorded.Stream.Cycle.Round(decided.Round)!),
            Source = new MailSource(cycle with { Stream = recorded.Stream }, recorded.Stream),
            Arguments = new Dictionary<string, string>
            {
                [Sequence] = FormattableString.Invariant($"{recorded.Entry.Sequence}"),
            },
        };
    }

    /// <inheritdoc/>
    public override async Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        CancellationToken cancellation
    )
    {
        var page = draft.Page;
        var entry = draft.Cycle.Stream[draft.Number(Sequence) - 1];
        var decided = (CycleEvent.Decided)entry.Event;
        return new LetterParts(page) { Link = addresses.Of(LinkPurpose.Decide, draft.Mail.LinkId!) }
            .Place("round", Numbers.Show(page.Language, decided.Round))
            .Place("verdict", Text.Word(page.Language, decided.Verdict))
            .Quoting(decided.Comment.Length > 0 ? decided.Comment : null)
            .Fact("mail.fact.recorded", InstantText.Full(page, entry.RecordedAt))
            .Fact("dossier.hash", decided.DossierHash)
            .Attach(await receipts.AttachmentOfAsync(decided.Receipt, cancellation));
    }
}
