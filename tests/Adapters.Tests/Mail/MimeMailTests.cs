using MimeKit;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Adapters.Tests.Mail;

public sealed class MimeMailTests
{
    [Fact]
    public void Answers_go_to_whom_the_plan_names_and_a_comma_in_a_name_ends_no_address()
    {
        using var message = MimeMail.Compose(
            Mails.Vietnamese() with
            {
                ToName = "Ban Tổ chức, Văn phòng; bộ phận thường trực",
            },
            DateTimeOffset.UnixEpoch
        );
        using var wire = new MemoryStream();
        message.WriteTo(wire, TestContext.Current.CancellationToken);
        wire.Position = 0;
        using var read = MimeMessage.Load(wire, TestContext.Current.CancellationToken);

        var (to, answers) = (
            Assert.IsType<MailboxAddress>(Assert.Single(read.To)),
            Assert.IsType<MailboxAddress>(Assert.Single(read.ReplyTo))
        );
        Assert.Equal("Ban Tổ chức, Văn phòng; bộ phận thường trực", to.Name);
        Assert.Equal("don-vi@hanoi.example", to.Address);
        Assert.Equal(Mails.Vietnamese().ReplyTo, new MailAddressee(answers.Name!, answers.Address));
    }
}
