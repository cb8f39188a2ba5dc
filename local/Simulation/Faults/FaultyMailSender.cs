using ProgramReview.Functions.Mail;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>The mail provider: it may fail, refuse, or take a mail and lose it; what it delivers comes sooner or later.</summary>
/// <param name="faults">What goes wrong.</param>
/// <param name="connection">The way to the provider.</param>
/// <param name="oracle">Where every mail is noted.</param>
/// <param name="secrets">Whose token a mail may bear.</param>
/// <param name="rows">The outbox itself.</param>
/// <param name="holderOf">Whose an address is.</param>
/// <param name="delivered">Puts a mail into its receiver's box after a while.</param>
internal sealed class FaultyMailSender(
    FaultInjection faults,
    FaultyConnection connection,
    Oracle oracle,
    Secrets secrets,
    InMemoryOutbox rows,
    Func<string, Task<string>> holderOf,
    Action<ReceivedMail, TimeSpan> delivered
) : IMailSender
{
    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
        connection.WriteAsync(
            $"send {StableName.Mail(mail.Id)}",
            () => TakeAsync(mail, cancellation)
        );

    private async Task<MailOutcome> TakeAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var received = new ReceivedMail(mail.Id, mail.Text);
        var person = await holderOf(mail.ToAddress);
        secrets.Belongs(received);
        secrets.MayBeOnly(mail.Text, person, $"a mail to {person}");
        secrets.MayBeOnly(mail.Html, person, $"a mail to {person}");
        secrets.MustNotBeIn(mail.Subject, "the subject of a mail");
        oracle.Handed(
            new Sending(mail.Id, person, received.Link, await HasRowAsync(mail.Id, cancellation))
        );
        if (faults.At($"take {StableName.Mail(mail.Id)}", Fault.Refused) is not null)
        {
            return new MailOutcome(MailStatus.Refused, null, "550 No such mailbox.");
        }
        connection.Deliver(
            $"deliver {StableName.Mail(mail.Id)}",
            TimeSpan.FromMinutes(1),
            delay => delivered(received, delay)
        );
        return new MailOutcome(MailStatus.Accepted, $"post-{mail.Id}", null);
    }

    private async Task<bool> HasRowAsync(string id, CancellationToken cancellation) =>
        await rows.ListAsync(SimulatedPlan.Cycle, cancellation)
            .AnyAsync(row => row.Id == id, cancellation);
}
