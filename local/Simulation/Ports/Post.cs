using ProgramReview.Functions.Mail;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Simulation.Chance;
using ProgramReview.Local.Simulation.Truth;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The mail provider: it may fail, refuse, or take a mail and lose it; what it delivers comes sooner or later.</summary>
/// <param name="mishaps">What goes wrong.</param>
/// <param name="line">The line to the provider.</param>
/// <param name="ledger">Where every mail is noted.</param>
/// <param name="secrets">Whose token a mail may bear.</param>
/// <param name="rows">The outbox itself.</param>
/// <param name="holderOf">Whose an address is.</param>
/// <param name="delivered">Puts a mail into its receiver's box after a while.</param>
internal sealed class Post(
    Mishaps mishaps,
    Line line,
    Ledger ledger,
    Secrets secrets,
    InMemoryOutbox rows,
    Func<string, Task<string>> holderOf,
    Action<ReceivedMail, TimeSpan> delivered
) : IMailSender
{
    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var where = $"send {Plain.Mail(mail.Id)}";
        return line.WriteAsync(where, () => TakeAsync(mail, where, cancellation));
    }

    private async Task<MailOutcome> TakeAsync(
        OutgoingMail mail,
        string where,
        CancellationToken cancellation
    )
    {
        var received = new ReceivedMail(mail.Id, mail.Text);
        var person = await holderOf(mail.ToAddress);
        secrets.Belongs(received);
        secrets.MayBeOnly(mail.Text, person, $"a mail to {person}");
        secrets.MayBeOnly(mail.Html, person, $"a mail to {person}");
        secrets.MustNotBeIn(mail.Subject, "the subject of a mail");
        ledger.Handed(
            new Sending(mail.Id, person, received.Link, await HasRowAsync(mail.Id, cancellation))
        );
        switch (
            mishaps.At(
                $"deliver {Plain.Mail(mail.Id)}",
                Mishap.Refused,
                Mishap.Lost,
                Mishap.Late,
                Mishap.Doubled
            )
        )
        {
            case Mishap.Refused:
                return new MailOutcome(MailStatus.Refused, null, "550 No such mailbox.");
            case Mishap.Lost:
                break;
            case Mishap.Late:
                delivered(received, mishaps.Lateness(where));
                break;
            case Mishap.Doubled:
                delivered(received, TimeSpan.FromMinutes(1));
                delivered(received, mishaps.Lateness(where));
                break;
            default:
                delivered(received, TimeSpan.FromMinutes(1));
                break;
        }
        return new MailOutcome(MailStatus.Accepted, $"post-{mail.Id}", null);
    }

    private async Task<bool> HasRowAsync(string id, CancellationToken cancellation) =>
        await rows.ListAsync(SmallPlan.Cycle, cancellation)
            .AnyAsync(row => row.Id == id, cancellation);
}
