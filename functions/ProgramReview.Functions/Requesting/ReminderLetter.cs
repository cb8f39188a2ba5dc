using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Requesting;

/// <summary>A report is still missing before it is due.</summary>
public sealed class ReminderLetter(IEventStore events, LinkAddresses addresses)
    : WindowLetter(events, addresses)
{
    /// <inheritdoc/>
    protected override MailOccasion Occasion => MailOccasion.Reminder;

    /// <inheritdoc/>
    protected override LetterParts? OnCommand(
        LetterDraft draft,
        AssignmentState state,
        Event @event
    ) =>
        @event is AssignmentEvent.Reminded reminded && IsNeeded(draft, state, reminded.Window)
            ? WithInstants(About(draft, state), draft, state, former: null).Quoting(reminded.Reason)
            : null;
}
