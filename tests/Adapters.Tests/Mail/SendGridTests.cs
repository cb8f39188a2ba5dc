using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Adapters.Tests.Mail;

public sealed class SendGridTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_handed_over_untracked_and_letter_for_letter()
    {
        await using var server = await FakeSendGrid.StartAsync(202);
        var mail = Mails.Vietnamese();

        var outcome = await SendAsync(server.Address, mail);

        Assert.Equal(new MailOutcome(MailStatus.Accepted, "sg-1", null), outcome);
        Assert.True(server.Requests.TryDequeue(out var request));
        Assert.Empty(server.Requests);
        Assert.Equal("Bearer key", request.Authorization);
        var sent = request.Mail;
        var tracking = sent.GetProperty("tracking_settings");
        Assert.False(tracking.GetProperty("click_tracking").GetProperty("enable").GetBoolean());
        Assert.False(
            tracking.GetProperty("click_tracking").GetProperty("enable_text").GetBoolean()
        );
        Assert.False(tracking.GetProperty("open_tracking").GetProperty("enable").GetBoolean());
        Assert.Equal(mail.FromName, sent.GetProperty("from").GetProperty("name").GetString());
        Assert.Equal(mail.FromAddress, sent.GetProperty("from").GetProperty("email").GetString());
        Assert.Equal(
            ["text/plain", "text/html"],
            sent.GetProperty("content")
                .EnumerateArray()
                .Select(part => part.GetProperty("type").GetString())
        );
        Assert.Equal(
            [mail.Text, mail.Html],
            sent.GetProperty("content")
                .EnumerateArray()
                .Select(part => part.GetProperty("value").GetString())
        );
        var personal = Assert.Single(sent.GetProperty("personalizations").EnumerateArray());
        Assert.Equal(mail.Subject, personal.GetProperty("subject").GetString());
        Assert.Equal(
            mail.Id,
            personal.GetProperty("custom_args").GetProperty("outbox-id").GetString()
        );
        Assert.Equal(
            "vi",
            personal.GetProperty("headers").GetProperty("Content-Language").GetString()
        );
        var to = Assert.Single(personal.GetProperty("to").EnumerateArray());
        Assert.Equal(mail.ToAddress, to.GetProperty("email").GetString());
        Assert.Equal(mail.ToName, to.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task A_refusal_for_good_is_a_value_without_addresses(int status)
    {
        await using var server = await FakeSendGrid.StartAsync(
            status,
            """{"errors":[{"message":"The address \"don-vi@hanoi.example\" is\n not valid.","field":"to"},{"message":"Too long"}]}"""
        );

        var outcome = await SendAsync(server.Address, Mails.Vietnamese());

        Assert.Equal(MailStatus.Refused, outcome.Status);
        Assert.Equal($"{status} The address \"(address)\" is not valid.; Too long", outcome.Detail);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_key_or_sender_is_no_word_about_the_addressee(int status)
    {
        await using var server = await FakeSendGrid.StartAsync(status);

        var outcome = await SendAsync(server.Address, Mails.Vietnamese());

        Assert.Equal(MailStatus.SenderRefused, outcome.Status);
    }

    [Theory]
    [InlineData("Ban Tổ chức, Văn phòng", "\"Ban Tổ chức, Văn phòng\"")]
    [InlineData("A; \"B\" \\ C", "\"A; \\\"B\\\" \\\\ C\"")]
    [InlineData("Nguyễn Văn Ánh", "Nguyễn Văn Ánh")]
    public async Task A_name_with_a_comma_is_quoted_so_that_the_mail_is_not_dropped(
        string name,
        string sent
    )
    {
        await using var server = await FakeSendGrid.StartAsync(202);
        var answers = new MailAddressee(name, "van-phong@hanoi.example");

        await SendAsync(
            server.Address,
            Mails.Vietnamese() with
            {
                ToName = name,
                FromName = name,
                ReplyTo = answers,
            }
        );

        Assert.True(server.Requests.TryDequeue(out var request));
        var (mail, to) = (
            request.Mail,
            request.Mail.GetProperty("personalizations")[0].GetProperty("to")[0]
        );
        Assert.All(
            [to, mail.GetProperty("from"), mail.GetProperty("reply_to")],
            party => Assert.Equal(sent, party.GetProperty("name").GetString())
        );
        Assert.Equal(
            answers.Address,
            mail.GetProperty("reply_to").GetProperty("email").GetString()
        );
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        await using var server = await FakeSendGrid.StartAsync(status, "<html>a@b</html>");

        var failure = await Assert.ThrowsAsync<IOException>(() =>
            SendAsync(server.Address, Mails.Vietnamese())
        );

        Assert.Contains($"{status}", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('@', failure.Message);
    }

    [Fact]
    public async Task An_API_that_is_not_there_is_tried_again()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            SendAsync(new Uri($"http://127.0.0.1:{FreePort.Take()}"), Mails.Vietnamese())
        );
    }

    private static async Task<MailOutcome> SendAsync(Uri host, OutgoingMail mail)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Mail:Provider", "SendGrid"),
                new("Mail:SendGrid:ApiKey", "key"),
                new("Mail:SendGrid:Host", host.ToString()),
                new("Mail:FromAddress", mail.FromAddress),
                new("Mail:FromName", mail.FromName),
            ])
            .Build();
        await using var services = new ServiceCollection()
            .AddMailProvider(configuration)
            .BuildServiceProvider();
        return await services.GetRequiredService<IMailSender>().SendAsync(mail, Cancellation);
    }
}
