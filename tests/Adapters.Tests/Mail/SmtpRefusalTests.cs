using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Adapters.Tests.Mail;

public sealed class SmtpRefusalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "RCPT",
        "550 5.1.1 <don-vi@hanoi.example>: no such mailbox",
        "550 5.1.1 <(address)>: no such mailbox"
    )]
    [InlineData("RCPT", "552 5.2.2 mailbox full", "552 5.2.2 mailbox full")]
    [InlineData("RCPT", "550 no such user here", "550 no such user here")]
    [InlineData("END", "554 5.6.0 cannot be converted", "554 5.6.0 cannot be converted")]
    public async Task A_refusal_for_good_is_a_value_without_addresses(
        string command,
        string answer,
        string detail
    )
    {
        await using var server = new GrumpySmtp(command, answer);

        var outcome = await SmtpSenders.To(server.Port).SendAsync(Mails.Vietnamese(), Cancellation);

        Assert.Equal(MailStatus.Refused, outcome.Status);
        Assert.Equal(detail, outcome.Detail);
    }

    [Theory]
    [InlineData("RCPT", "550 5.4.5 Daily user sending limit exceeded")]
    [InlineData("END", "554 5.2.252 SendAsDenied; tong-ket@hanoi.example")]
    [InlineData("END", "554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException")]
    [InlineData("END", "550 5.7.26 Unauthenticated email is not accepted: DMARC")]
    [InlineData("END", "554 5.7.1 message of tong-ket@hanoi.example refused")]
    [InlineData("MAIL", "530 5.7.0 log in first")]
    [InlineData("MAIL", "553 5.1.8 sender not allowed")]
    public async Task A_refusal_of_us_is_no_word_about_the_addressee(string command, string answer)
    {
        await using var server = new GrumpySmtp(command, answer);

        var outcome = await SmtpSenders.To(server.Port).SendAsync(Mails.Vietnamese(), Cancellation);

        Assert.Equal(MailStatus.SenderRefused, outcome.Status);
        Assert.False(outcome.IsFinal);
        Assert.Contains(answer[4..9], outcome.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain('@', outcome.Detail!);
    }

    [Theory]
    [InlineData("RCPT", "451 4.7.1 greylisted don-vi@hanoi.example")]
    [InlineData("END", "452 4.3.1 no space")]
    [InlineData("MAIL", "421 4.3.2 closing")]
    public async Task What_may_pass_is_tried_again(string command, string answer)
    {
        await using var server = new GrumpySmtp(command, answer);

        var failure = await Assert.ThrowsAsync<IOException>(() =>
            SmtpSenders.To(server.Port).SendAsync(Mails.Vietnamese(), Cancellation)
        );

        Assert.DoesNotContain('@', failure.Message);
    }

    [Fact]
    public async Task A_server_without_TLS_is_not_given_the_mail_when_TLS_is_asked_for()
    {
        await using var server = new GrumpySmtp("NOTHING", "");

        await Assert.ThrowsAsync<IOException>(() =>
            SmtpSenders
                .To(server.Port, SmtpSecurity.StartTls)
                .SendAsync(Mails.Vietnamese(), Cancellation)
        );
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            SmtpSenders.To(FreePort.Take()).SendAsync(Mails.Vietnamese(), Cancellation)
        );
    }
}
