using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>The reason a letter gives for what operations decided.</summary>
internal static class CommandReason
{
    /// <summary>The reason, in the receiver's language where the product adds words of its own; or null.</summary>
    /// <param name="event">What was decided.</param>
    /// <param name="draft">The letter's receiver and plan.</param>
    public static string? Of(Event @event, MailModel draft) =>
        @event switch
        {
            AssignmentEvent.DueExtended { Outage: { } outage } one => OfOutage(
                new PageContext(draft.Recipient.Language, draft.Now, draft.Plan),
                outage,
                one.Reason
            ),
            AssignmentEvent.DueExtended one => one.Reason,
            AssignmentEvent.Admitted one => one.Reason,
            AssignmentEvent.ReturnAsked one => one.Reason,
            AssignmentEvent.Exempted one => one.Reason,
            AssignmentEvent.Reminded one => one.Reason,
            _ => null,
        };

    private static string OfOutage(PageContext context, OutageWindow outage, string reason) =>
        Text.Get(
            context.Language,
            "mail.extended.outage",
            InstantText.Full(context, outage.From),
            InstantText.Full(context, outage.To),
            reason
        );
}
