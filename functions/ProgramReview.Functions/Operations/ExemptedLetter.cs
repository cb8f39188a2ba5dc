using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Operations;

/// <summary>Operations released the body from the report.</summary>
public sealed class ExemptedLetter(IEventStore events, LinkAddresses addresses)
    : CommandLetter(events, addresses)
{
    /// <inheritdoc/>
    public override string Button => "mail.button.received";

    /// <inheritdoc/>
    protected override LetterParts Draw(LetterDraft draft, AssignmentState state, Event @event) =>
        About(draft, state).Quoting(((AssignmentEvent.Exempted)@event).Reason);
}
