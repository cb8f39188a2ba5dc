using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Operations;

/// <summary>Tells the contacts of a body what operations decided about its report.</summary>
public sealed partial class CommandMails(
    MailDispatcher dispatcher,
    IOutbox outbox,
    ILinkStore links,
    Cycles cycles,
    TimeProvider clock,
    ILogger<CommandMails> logger
)
{
    /// <summary>Mails every contact once; may be repeated.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="assignment">The assignment.</param>
    /// <param name="state">The assignment as it is now.</param>
    /// <param name="entry">The command on record.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task SendAsync(
        RunningCycle cycle,
        AssignmentId assignment,
        AssignmentState state,
        Entry entry,
        CancellationToken cancellation
    )
    {
        if (KindOf(entry.Event) is not { } kind)
        {
            return;
        }
        if (kind == nameof(FreshLinkLetter))
        {
            await RevokeAsync(cycle, assignment, entry, cancellation);
        }
        var closes = cycle.Plan.ReportType(assignment.ReportType).ClosesOf(state);
        // Read after the command is on record and links are revoked: whoever the duty passed to meanwhile needs the letter.
        var plan = (await cycles.FindAsync(cycle.Ref.Cycle, cancellation))!.Plan;
        foreach (var person in plan.Body(assignment.Body).Contacts)
        {
            var request = new MailRequest(
                cycle.Ref,
                kind,
                person.Id,
                assignment.ToString(),
                entry.Key
            )
            {
                Link = LinkPurpose.Upload,
                LinkExpires = LinkLife.EndsAfter(closes, clock.GetUtcNow()),
                Arguments = ReportLetter.Ordered(entry.Key),
            };
            try
            {
                await dispatcher.DispatchAsync(request, cancellation);
            }
            catch (IOException failure)
            {
                // The command stands; the mail waits in the outbox, shown as such, and the daily sweep sends it.
                Log.MailWaits(logger, request.Id, failure);
            }
        }
    }

    private static string? KindOf(Event @event) =>
        @event switch
        {
            AssignmentEvent.DueExtended => nameof(ExtendedLetter),
            AssignmentEvent.Admitted => nameof(AdmittedLetter),
            AssignmentEvent.ReturnAsked => nameof(ReturnedLetter),
            AssignmentEvent.Exempted => nameof(ExemptedLetter),
            AssignmentEvent.Reminded => nameof(ReminderLetter),
            AssignmentEvent.LinksReissued => nameof(FreshLinkLetter),
            _ => null,
        };

    // Every link there is went out in a mail, and the outbox knows its id.
    private async Task RevokeAsync(
        RunningCycle cycle,
        AssignmentId assignment,
        Entry entry,
        CancellationToken cancellation
    )
    {
        await foreach (
            var mail in outbox.ListAboutAsync(cycle.Ref.Cycle, assignment.ToString(), cancellation)
        )
        {
            if (
                mail.ToLink() is { Purpose: LinkPurpose.Upload } link
                && mail.QueuedAt <= entry.RecordedAt
            )
            {
                // A link is stored once, when its mail is sent. If that is still to come, this one takes its place.
                await links.AddAsync(link with { Revoked = true }, cancellation);
                await links.RevokeAsync(link.Id, cancellation);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The mail {Mail} waits in the outbox")]
        public static partial void MailWaits(ILogger logger, string mail, Exception failure);
    }
}
