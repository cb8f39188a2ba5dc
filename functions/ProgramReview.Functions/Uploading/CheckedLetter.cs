using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>What a file holds was looked at, and there is something to mend or to explain.</summary>
public sealed class CheckedLetter(
    IEventStore events,
    LinkAddresses addresses,
    ReceiptBundles receipts
) : ReportLetter(events, addresses)
{
    /// <inheritdoc/>
    public override string Button => "mail.button.received";

    /// <summary>Whether anything asks for an answer: nobody gets a second letter to hear that all is well.</summary>
    /// <param name="state">The assignment.</param>
    /// <param name="submission">The file.</param>
    public static bool IsWorthIt(AssignmentState state, Submission submission) =>
        Findings(state, submission).Any(finding => finding.Severity > Severity.Info);

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
        var (blobName, receipt, pair) = entry.Event switch
        {
            AssignmentEvent.Checked said => (said.BlobName, said.Receipt, (PairCheck?)null),
            AssignmentEvent.PairCompared compared => (compared.BlobName, null, compared.Pair),
            _ => throw new InvalidOperationException(
                $"{entry.Key} says nothing of a file's content."
            ),
        };
        var submission = state.Submissions.First(one => one.BlobName == blobName);
        var language = draft.Recipient.Language;
        var parts = About(
                draft,
                state,
                submission.IsAcceptable ? "mail.checked.subject-explain"
                    : submission.IsUndecided ? "mail.checked.subject-undecided"
                    : null
            )
            .Place(
                "counting",
                Text.Get(
                    language,
                    submission.IsAcceptable ? "mail.checked.explain"
                        : submission.IsUndecided ? "mail.checked.undecided"
                        : "mail.checked.mend"
                )
            )
            .Fact(
                "receipt.part",
                PartText.Name(draft.Page, draft.Assignment.ReportType, submission.Part)
            )
            .Describing(draft.Page, submission, pair is null ? ReceiptNumber.Of(entry) : null)
            .Attach(await receipts.AttachmentOfAsync(receipt, cancellation))
            .Found(
                pair?.Findings ?? Findings(state, submission),
                draft.Assignment.ReportType,
                pair is null ? submission.Check?.More : null
            );
        return submission.IsAcceptable || submission.IsUndecided
            ? parts
            : WithInstants(parts, draft, state, FormerDue(state));
    }

    private static IEnumerable<Finding> Findings(AssignmentState state, Submission submission) =>
        submission.Standing().Concat(state.PairFindings(submission));
}
