using Microsoft.Extensions.Options;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Adapters.Tests.Mail;

internal static class SmtpSenders
{
    public static SmtpMailSender To(int port, SmtpSecurity security = SmtpSecurity.None) =>
        new(
            Options.Create(
                new MailOptions
                {
                    Smtp = new()
                    {
                        Host = "127.0.0.1",
                        Port = port,
                        Security = security,
                    },
                }
            ),
            TimeProvider.System
        );
}
