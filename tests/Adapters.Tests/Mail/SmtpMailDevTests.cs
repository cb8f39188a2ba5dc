using ProgramReview.Functions.Mail;

namespace ProgramReview.Adapters.Tests.Mail;

public sealed class SmtpMailDevTests(MailDev server)
{
    private readonly string receiver = $"t{Guid.NewGuid():N}@hanoi.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Vietnamese_and_a_Hindi_mail_arrive_letter_for_letter()
    {
        server.Require();
        OutgoingMail[] mails = [Mails.Vietnamese(receiver), Mails.Hindi(receiver)];

        foreach (var mail in mails)
        {
            var outcome = await Sender().SendAsync(mail, Cancellation);
            Assert.Equal(MailStatus.Accepted, outcome.Status);
        }

        var arrived = await server.ToAsync(receiver);
        Assert.Equal(mails.Length, arrived.Count);
        foreach (var mail in mails)
        {
            var found = Assert.Single(
                arrived,
                got => got.GetProperty("subject").GetString() == mail.Subject
            );
            Assert.Equal(mail.Text.Trim(), found.GetProperty("text").GetString()!.Trim());
            Assert.Equal(mail.Html, found.GetProperty("html").GetString()!.Trim());
            var from = found.GetProperty("from")[0];
            Assert.Equal(mail.FromName, from.GetProperty("name").GetString());
            Assert.Equal(mail.FromAddress, from.GetProperty("address").GetString());
            Assert.Equal(mail.ToName, found.GetProperty("to")[0].GetProperty("name").GetString());
            var headers = found.GetProperty("headers");
            Assert.Equal(mail.LanguageTag, headers.GetProperty("content-language").GetString());
            Assert.Equal(mail.Id, headers.GetProperty("x-outbox-id").GetString());
        }
    }

    [Fact]
    public async Task A_mail_sent_again_bears_the_same_message_id_and_another_mail_another()
    {
        server.Require();

        var first = await Sender().SendAsync(Mails.Vietnamese(receiver), Cancellation);
        var again = await Sender().SendAsync(Mails.Vietnamese(receiver), Cancellation);
        var other = await Sender().SendAsync(Mails.Hindi(receiver), Cancellation);

        Assert.Equal(first.ProviderId, again.ProviderId);
        Assert.NotEqual(first.ProviderId, other.ProviderId);
        var arrived = await server.ToAsync(receiver);
        Assert.Equal(
            2,
            arrived.Count(mail =>
                mail.GetProperty("headers").GetProperty("message-id").GetString()!.Trim('<', '>')
                == first.ProviderId
            )
        );
    }

    private SmtpMailSender Sender() => SmtpSenders.To(server.SmtpPort);
}
