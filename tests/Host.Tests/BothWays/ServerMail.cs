using ProgramReview.Functions.Mail;
using ProgramReview.Local.Host.Mailbox;

namespace ProgramReview.Host.Tests.BothWays;

/// <summary>Sends by a mail server, and puts what that shows of a mail into the mailbox that played people read.</summary>
internal sealed class ServerMail(
    IMailSender smtp,
    MailDev server,
    MailStore mails,
    TimeProvider clock
) : IMailSender
{
    public async Task<MailOutcome> SendAsync(
        OutgoingMail mail,
        CancellationToken cancellation = default
    )
    {
        var outcome = await smtp.SendAsync(mail, cancellation);
        var text = await ArrivedAsync(mail.Id, cancellation);
        mails.Add(
            new StoredMail(
                mail.Id,
                clock.GetUtcNow(),
                new MailAddress(mail.FromAddress, mail.FromName),
                new MailAddress(mail.ToAddress, mail.ToName),
                mail.Subject,
                text,
                "",
                new Dictionary<string, string>(),
                []
            )
        );
        return outcome;
    }

    // The server has answered for the mail; it shows it a moment later.
    private async Task<string> ArrivedAsync(string id, CancellationToken cancellation)
    {
        while (true)
        {
            foreach (var letter in await server.AllAsync())
            {
                if (letter.GetProperty("headers").GetProperty("x-outbox-id").GetString() == id)
                {
                    return letter.GetProperty("text").GetString()!;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellation);
        }
    }
}
