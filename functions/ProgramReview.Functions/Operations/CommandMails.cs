using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Operations;

/// <summary>Tells the contacts of a body what operations decided about its report.</summary>
public sealed class CommandMails(OrderedMails mails, IOutbox outbox, ILinkStore links)
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
        await mails.SendAsync(cycle, assignment, state, kind, entry.Key, cancellation);
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
}
