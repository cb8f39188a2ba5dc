using ProgramReview.Core.Audit;
using ProgramReview.Functions.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>The reason a letter gives for what operations decided.</summary>
internal static class CommandReason
{
    /// <summary>The reason, in the receiver's language where the product adds words of its own; or null.</summary>
    /// <param name="fact">What was decided.</param>
    /// <param name="draft">The letter's receiver and plan.</param>
    public static string? Of(Fact fact, MailModel draft) =>
        fact switch
        {
            AssignmentFact.DueExtended { Outage: { } outage } one => OfOutage(
                new PageContext(draft.Recipient.Language, draft.Now, draft.Plan),
                outage,
                one.Reason
            ),
            AssignmentFact.DueExtended one => one.Reason,
            AssignmentFact.Admitted one => one.Reason,
            AssignmentFact.ReturnAsked one => one.Reason,
            AssignmentFact.Exempted one => one.Reason,
            AssignmentFact.Reminded one => one.Reason,
            _ => null,
        };

    private static string OfOutage(PageContext context, OutageWindow outage, string reason) =>
        Text.Get(
            context.Language,
            "mail.extended.outage",
            Moment.Full(context, outage.From),
            Moment.Full(context, outage.To),
            reason
        );
}
