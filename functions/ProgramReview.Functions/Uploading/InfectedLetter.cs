using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Malware was found in a file: it counts for nothing and is handed to nobody, and another one is wanted.</summary>
public sealed class InfectedLetter(
    IEventStore events,
    LinkAddresses addresses,
    ReceiptBundles receipts
) : ReportLetter(events, addresses)
{
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
        var sequence = draft.Number(FoundMails.Sequence);
        var entry = entries.First(entry => entry.Sequence == sequence);
        var scanned = (AssignmentEvent.Scanned)entry.Event;
        var submission = state.Submissions.First(one => one.BlobName == scanned.BlobName);
        return WithInstants(
            About(draft, state)
                .Fact(
                    "receipt.part",
                    PartText.Name(draft.Page, draft.Assignment.ReportType, submission.Part)
                )
                .Describing(draft.Page, submission, ReceiptNumber.Of(entry))
                .Attach(await receipts.AttachmentOfAsync(scanned.Receipt, cancellation))
                .Found([scanned.Result.Finding!], draft.Assignment.ReportType),
            draft,
            state,
            FormerDue(state)
        );
    }
}
