using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Mail;

/// <summary>
/// Sends a mail once per person and occasion. The outbox row comes first and holds the link's id, so every retry sends the same link; it
/// is tried again only while no outcome is recorded.
/// </summary>
public sealed partial class MailDispatcher(
    IOutbox outbox,
    ILinkStore links,
    LinkTokens tokens,
    LetterKinds kinds,
    MailComposer composer,
    IMailSender sender,
    MailNotes notes,
    Cycles cycles,
    TimeProvider clock,
    ILogger<MailDispatcher> logger
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

    /// <summary>
    /// The same for a mail about what stands on record: if it does not go out now it waits in the outbox, shown as such, and the daily sweep
    /// sends it.
    /// </summary>
    public async Task DispatchOrLeaveAsync(MailRequest request, CancellationToken cancellation)
    {
        try
        {
            await DispatchAsync(request, cancellation);
        }
        catch (IOException failure)
        {
            Log.MailWaits(logger, request.Id, failure);
        }
    }

    /// <summary>Sends the mail unless that was done, or it is no longer needed.</summary>
    /// <exception cref="IOException">The provider could not be reached, or refuses this sender; try again.</exception>
    public async Task DispatchAsync(MailRequest request, CancellationToken cancellation)
    {
        var mail = await outbox.AddAsync(
            new OutboxMail
            {
                Id = request.Id,
                Cycle = request.Cycle.Cycle,
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
        await SendAsync(mail, cancellation, request.Source);
    }

    /// <summary>
    /// The same for a mail that was listed a while ago: what stands in the outbox now counts. Passing on another mail may have sent this one
    /// meanwhile.
    /// </summary>
    /// <exception cref="IOException">The provider could not be reached, or refuses this sender; try again.</exception>
    public async Task SendAgainAsync(OutboxMail mail, CancellationToken cancellation) =>
        await SendAsync(await outbox.AddAsync(mail, cancellation), cancellation);

    /// <summary>
    /// Sends a mail of the outbox unless its last attempt has an outcome, or it is no longer needed; what became of it goes on record.
    /// </summary>
    /// <exception cref="IOException">The provider could not be reached, or refuses this sender; try again.</exception>
    public async Task SendAsync(
        OutboxMail mail,
        CancellationToken cancellation,
        MailSource? source = null
    )
    {
        if (mail.Outcome is { IsFinal: true } known)
        {
            // Whoever recorded it may have stopped before it was on record.
            await NoteAsync(mail, known.Status, source, cancellation);
            return;
        }
        // Looked at behind the row of the outbox: a duty that passes on by now either finds that row or is found here.
        var cycle = source is not null
            ? await cycles.CurrentAsync(source.Cycle, cancellation)
            : await cycles.FindAsync(mail.Cycle, cancellation)
                ?? throw new InvalidOperationException($"There is no cycle {mail.Cycle}.");
        if (kinds.SuccessorOf(mail, cycle.State) is { } successor)
        {
            await PassOnAsync(cycle.Ref, mail, successor, source, cancellation);
            return;
        }
        if (mail.ToLink() is { } link)
        {
            await links.AddAsync(link, cancellation);
        }
        var outgoing = await composer.ComposeAsync(
            mail,
            cycle,
            cancellation,
            known: source?.Stream
        );
        var outcome = outgoing switch
        {
            null => new MailOutcome(MailStatus.NotNeeded, null, null),
            { ToAddress: "" } => new MailOutcome(MailStatus.Refused, null, "No address is kept."),
            _ => await sender.SendAsync(outgoing, cancellation),
        };
        await RecordAsync(mail, outcome, source, cancellation);
        if (!outcome.IsFinal)
        {
            throw new IOException($"The mail provider refuses this sender: {outcome.Detail}");
        }
    }

    // What had not gone out goes to whoever answers for the body now, but for letters about a link that is dead.
    private async Task PassOnAsync(
        CycleRef cycle,
        OutboxMail mail,
        string successor,
        MailSource? source,
        CancellationToken cancellation
    )
    {
        if (kinds.Of(mail.Kind).OnHandover == OnHandover.GoesToSuccessor)
        {
            await DispatchAsync(
                new MailRequest(cycle, mail.Kind, successor, mail.Subject, mail.Occasion)
                {
                    Link = mail.Link,
                    LinkExpires = mail.LinkExpires,
                    Arguments = mail.Arguments,
                    Source = source,
                },
                cancellation
            );
        }
        await RecordAsync(
            mail,
            new MailOutcome(MailStatus.NotNeeded, null, null),
            source,
            cancellation
        );
    }

    // Two that try at once may hear different things of the provider: the outcome that was recorded first is the mail's, for both.
    private async Task RecordAsync(
        OutboxMail mail,
        MailOutcome outcome,
        MailSource? source,
        CancellationToken cancellation
    )
    {
        var recorded = await outbox.SetOutcomeAsync(mail, outcome, clock.GetUtcNow(), cancellation);
        await NoteAsync(mail, recorded.Status, source, cancellation);
    }

    // Nothing went out and nobody refused anything: there is nothing to note.
    private async Task NoteAsync(
        OutboxMail mail,
        MailStatus status,
        MailSource? source,
        CancellationToken cancellation
    )
    {
        if (status != MailStatus.NotNeeded)
        {
            var result = status switch
            {
                MailStatus.Accepted => MailResult.Sent,
                MailStatus.SenderRefused => MailResult.SenderRefused,
                _ => MailResult.Refused,
            };
            await notes.WriteAsync(mail, result, cancellation, source?.Stream);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The mail {Mail} waits in the outbox")]
        public static partial void MailWaits(ILogger logger, string mail, Exception failure);
    }
}
