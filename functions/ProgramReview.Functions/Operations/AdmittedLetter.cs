using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Operations admitted a stored report that came after the close; it is late.</summary>
public sealed class AdmittedLetter(IEventStore events, LinkAddresses addresses)
    : CommandLetter(events, addresses)
{
    /// <inheritdoc/>
    public override string Button => "mail.button.received";

    /// <inheritdoc/>
    protected override LetterParts Draw(LetterDraft draft, AssignmentState state, Event @event)
    {
        var admitted = (AssignmentEvent.Admitted)@event;
        var submission = state.Submissions.First(one => one.BlobName == admitted.BlobName);
        return About(draft, state)
            .Fact(
                "receipt.part",
                PartText.Name(draft.Page, draft.Assignment.ReportType, submission.Part)
            )
            .Describing(draft.Page, submission)
            .Found(submission.Findings, draft.Assignment.ReportType)
            .Quoting(admitted.Reason);
    }
}
