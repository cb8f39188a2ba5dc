using System.Globalization;
using ProgramReview.Functions.Mail;
using ProgramReview.Local.Host.Mailbox;

namespace ProgramReview.Local.Host.Product;

/// <summary>Delivers the product's mails into the local mailbox.</summary>
internal sealed class LocalMailSender(MailStore store, TimeProvider clock) : IMailSender
{
    /// <inheritdoc/>
    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        var date = clock.GetUtcNow();
        var headers = new Dictionary<string, string>
        {
            ["message-id"] = $"<{mail.Id}@local>",
            ["content-language"] = mail.LanguageTag,
            ["date"] = date.ToString("R", CultureInfo.InvariantCulture),
        };
        store.Add(
            new StoredMail(
                mail.Id,
                date,
                new MailAddress(mail.FromAddress, mail.FromName),
                new MailAddress(mail.ToAddress, mail.ToName),
                mail.Subject,
                mail.Text,
                mail.Html,
                headers,
                [
                    .. mail.Attachments.Select(file => new StoredFile(
                        file.FileName,
                        file.ContentType,
                        file.Content.ToArray()
                    )),
                ]
            )
        );
        return Task.FromResult(new MailOutcome(MailStatus.Accepted, mail.Id, Detail: null));
    }
}
