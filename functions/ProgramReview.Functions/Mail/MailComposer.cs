using Microsoft.Extensions.Options;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Mail;

/// <summary>Draws a mail from the record at the moment of sending; its kind says whether it is still needed.</summary>
public sealed class MailComposer(
    LetterKinds kinds,
    Cycles cycles,
    MailRenderer renderer,
    IOptions<MailOptions> options,
    TimeProvider clock
)
{
    /// <summary>The rendered mail, or null if it is no longer needed.</summary>
    /// <param name="mail">The outbox row.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="language">Another language than the receiver's, for whoever wants to look.</param>
    public async Task<OutgoingMail?> ComposeAsync(
        OutboxMail mail,
        CancellationToken cancellation,
        Language? language = null
    ) =>
        await ComposeAsync(
            mail,
            await cycles.FindAsync(mail.Cycle, cancellation)
                ?? throw new InvalidOperationException($"There is no cycle {mail.Cycle}."),
            cancellation,
            language
        );

    /// <summary>The same for a cycle as it was read just now: its people are those of now.</summary>
    public async Task<OutgoingMail?> ComposeAsync(
        OutboxMail mail,
        RunningCycle cycle,
        CancellationToken cancellation,
        Language? language = null,
        EventStream? known = null
    )
    {
        var listed =
            cycle.Plan.FindPerson(mail.Person)
            ?? throw new InvalidOperationException($"The plan knows no person '{mail.Person}'.");
        var person = listed with { Language = language ?? listed.Language };
        var draft = new LetterDraft(mail, cycle, person, clock.GetUtcNow()) { Stream = known };
        var kind = kinds.Of(mail.Kind);
        if (await kind.DrawAsync(draft, cancellation) is not { } parts)
        {
            return null;
        }
        var rendered = await renderer.RenderAsync(
            person.Language,
            LetterWriter.Write(kind, draft, parts)
        );
        var operations = cycle.Plan.Plan.Operations;
        return new OutgoingMail(
            mail.Id,
            options.Value.FromName,
            options.Value.FromAddress,
            person.Name.In(person.Language),
            person.Email,
            rendered.Subject,
            rendered.Text,
            rendered.Html,
            LanguageTags.TagOf(person.Language)
        )
        {
            ReplyTo = new MailAddressee(operations.Name.In(person.Language), operations.Email),
            Attachments = parts.Attachment is { } receipt ? [receipt] : [],
        };
    }
}
