using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>An attempt to send a report was refused before any byte was stored: why, and the receipt.</summary>
public sealed class RefusedLetter(
    IEventStore events,
    LinkAddresses addresses,
    ReceiptBundles receipts
) : ReportLetter(events, addresses)
{
    /// <summary>The argument that names the entry of the attempt.</summary>
    public const string Sequence = "sequence";

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
        var sequence = draft.Number(Sequence);
        var entry = entries.First(entry => entry.Sequence == sequence);
        var refused = (AssignmentEvent.AttemptRefused)entry.Event;
        return WithInstants(
            About(draft, state)
                .Fact(
                    "receipt.part",
                    PartText.Name(draft.Page, draft.Assignment.ReportType, refused.Part)
                )
                .Fact("mail.fact.file", refused.FileName)
                .Fact(
                    "receipt.instant.request",
                    InstantText.FullExact(draft.Page, entry.RecordedAt)
                )
                .Fact("upload.receipt", ReceiptNumber.Of(entry))
                .Attach(await receipts.AttachmentOfAsync(refused.Receipt, cancellation))
                .Found([refused.Why], draft.Assignment.ReportType),
            draft,
            state,
            FormerDue(state)
        );
    }
}
