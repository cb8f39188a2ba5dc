using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Requesting;

/// <summary>Operations moved the deadline.</summary>
public sealed class ExtendedLetter(IEventStore events, LinkAddresses addresses)
    : WindowLetter(events, addresses)
{
    /// <inheritdoc/>
    protected override bool QuotesWhatWasAsked => true;

    /// <inheritdoc/>
    protected override LetterParts OnCommand(LetterDraft draft, AssignmentState state, Event @event)
    {
        var extended = (AssignmentEvent.DueExtended)@event;
        return WithInstants(About(draft, state), draft, state, extended.From)
            .Quoting(
                extended.Outage is { } outage
                    ? Text.Get(
                        draft.Recipient.Language,
                        "mail.extended.outage",
                        InstantText.Full(draft.Page, outage.From),
                        InstantText.Full(draft.Page, outage.To),
                        extended.Reason
                    )
                    : extended.Reason
            );
    }
}
