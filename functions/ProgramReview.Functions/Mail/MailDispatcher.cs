using ProgramReview.Core.Audit;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Links;

namespace ProgramReview.Functions.Mail;

/// <summary>
/// Sends a mail once per person and occasion. The outbox row comes first and holds the link's id, so every retry sends the same link; it
/// is tried again only while no outcome is recorded.
/// </summary>
public sealed class MailDispatcher(
    IOutbox outbox,
    ILinkStore links,
    LinkTokens tokens,
    MailComposer composer,
    IMailSender sender,
    MailNotes notes,
    TimeProvider clock
)
{
    /// <summary>Sends several mails; one that fails does not keep the others back.</summary>
    /// <exception cref="AggregateException">Some could not be sent; try all again.</exception>
    public async Task DispatchAllAsync(
        IEnumerable<MailRequest> requests,
        CancellationToken cancellation
    )
    {
        var attempts = new Attempts(cancellation);
        foreach (var request in requests)
        {
            await attempts.TryAsync(() => DispatchAsync(request, cancellation));
        }
        attempts.ThrowIfAnyFailed();
    }

    /// <summary>Sends the mail unless that was done, or it is no longer needed.</summary>
    /// <exception cref="IOException">The provider could not be reached; try again.</exception>
    public async Task DispatchAsync(MailRequest request, CancellationToken cancellation)
    {
        var mail = await outbox.AddAsync(
            new OutboxMail
            {
                Id = request.Id,
                Cycle = request.Cycle.Cycle,
                PlanHash = request.Cycle.PlanHash,
                Kind = request.Kind,
                Person = request.Person,
                Subject = request.Subject,
                LinkId = request.Link is null ? null : tokens.NewId(),
                Link = request.Link,
                LinkExpires = request.LinkExpires,
                Arguments = request.Arguments,
                QueuedAt = clock.GetUtcNow(),
            },
            cancellation
        );
        await SendAsync(mail, cancellation);
    }

    /// <summary>
    /// Sends a mail of the outbox unless its last attempt has an outcome, or it is no longer needed; what became of it goes on record.
    /// </summary>
    /// <exception cref="IOException">The provider could not be reached; try again.</exception>
    public async Task SendAsync(OutboxMail mail, CancellationToken cancellation)
    {
        if (mail.Outcome is { } known)
        {
            // Whoever recorded it may have stopped before it was on record.
            await NoteAsync(mail, known.Status, cancellation);
            return;
        }
        if (mail is { LinkId: { } linkId, Link: { } purpose })
        {
            var link = new Link(
                linkId,
                mail.Cycle,
                purpose,
                mail.Subject,
                mail.Person,
                mail.LinkExpires,
                Revoked: false
            );
            await links.AddAsync(link, cancellation);
        }
        var outgoing = await composer.ComposeAsync(mail, cancellation);
        var outcome = outgoing is null
            ? new MailOutcome(MailStatus.NotNeeded, null, null)
            : await sender.SendAsync(outgoing, cancellation);
        await outbox.SetOutcomeAsync(mail.Cycle, mail.Id, outcome, clock.GetUtcNow(), cancellation);
        await NoteAsync(mail, outcome.Status, cancellation);
    }

    // Nothing went out and nobody refused anything: there is nothing to note.
    private async Task NoteAsync(OutboxMail mail, MailStatus status, CancellationToken cancellation)
    {
        if (status != MailStatus.NotNeeded)
        {
            var result = status == MailStatus.Accepted ? MailResult.Sent : MailResult.Refused;
            await notes.WriteAsync(mail, result, cancellation);
        }
    }
}
