using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>A submission was recorded: what was found, whether it counts, and the receipt.</summary>
public sealed class ReceivedLetter(
    IEventStore events,
    LinkAddresses addresses,
    ReceiptBundles receipts
) : ReportLetter(events, addresses)
{
    /// <summary>The argument that names the stored file.</summary>
    public const string BlobName = "blob";

    /// <inheritdoc/>
    public override string Button => "mail.button.received";

    /// <inheritdoc/>
    protected override async Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        IReadOnlyList<Entry> entries,
        AssignmentState state,
        CancellationToken cancellation
    )
    {
        var entry = entries.First(entry =>
            entry.Event is AssignmentEvent.SubmissionRecorded { Submission.BlobName: var name }
            && name == draft.Mail.Arguments[BlobName]
        );
        var recorded = (AssignmentEvent.SubmissionRecorded)entry.Event;
        var submission = state.Submissions.First(one =>
            one.BlobName == recorded.Submission.BlobName
        );
        var isUnusable =
            submission is { IsBeingChecked: false, IsAcceptable: false, IsUndecided: false };
        var language = draft.Recipient.Language;
        var parts = About(draft, state, isUnusable ? "mail.received.subject-mend" : null)
            .Place("verdict", Text.Word(language, submission.Judgement.Verdict))
            .Place(
                "counting",
                Text.Get(
                    language,
                    state.Counts(submission) ? "mail.received.counts"
                        : submission.IsBeingChecked ? "mail.received.being-checked"
                        : isUnusable ? "mail.received.mend"
                        : submission.IsUndecided ? "mail.checked.undecided"
                        : "mail.received.kept"
                )
            )
            .Fact(
                "receipt.part",
                PartText.Name(draft.Page, draft.Assignment.ReportType, submission.Part)
            )
            .Describing(draft.Page, submission, ReceiptNumber.Of(entry))
            .Attach(await receipts.AttachmentOfAsync(recorded.Receipt, cancellation))
            .Found(submission.Findings, draft.Assignment.ReportType);
        return !isUnusable
            ? WithParts(parts, draft, StillToCome(state))
            : WithInstants(parts, draft, state, FormerDue(state));
    }
}
