using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace ProgramReview.Functions.Mail;

/// <summary>A rendered mail in the form mail servers take.</summary>
internal static class MimeMail
{
    /// <summary>Names the outbox row, for whoever reads a bounce.</summary>
    public const string OutboxIdHeader = "X-Outbox-Id";

    /// <summary>Composes the message.</summary>
    public static MimeMessage Compose(OutgoingMail mail, DateTimeOffset now)
    {
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        foreach (var file in mail.Attachments)
        {
            body.Attachments.Add(
                file.FileName,
                file.Content.ToArray(),
                ContentType.Parse(file.ContentType)
            );
        }
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = now,
            MessageId = MessageIdOf(mail),
            Body = body.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(mail.FromName, mail.FromAddress));
        message.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        if (mail.ReplyTo is { } answers)
        {
            message.ReplyTo.Add(new MailboxAddress(answers.Name, answers.Address));
        }
        message.Headers.Add(HeaderId.ContentLanguage, mail.LanguageTag);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(OutboxIdHeader, mail.Id);
        return message;
    }

    // The same mail bears the same id whenever it is sent, so that a mailbox can drop the repeat.
    private static string MessageIdOf(OutgoingMail mail)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(mail.Id));
        var domain = mail.FromAddress[(mail.FromAddress.LastIndexOf('@') + 1)..];
        return $"{Convert.ToHexStringLower(digest)[..40]}@{domain}";
    }
}
