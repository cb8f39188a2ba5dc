using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Mail;

/// <summary>Sends through a mail server, one connection per mail.</summary>
internal sealed class SmtpMailSender(IOptions<MailOptions> options, TimeProvider clock)
    : IMailSender
{
    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(
        OutgoingMail mail,
        CancellationToken cancellation = default
    )
    {
        using var message = MimeMail.Compose(mail, clock.GetUtcNow());
        using var client = new SmtpClient();
        try
        {
            await ConnectAsync(client, options.Value.Smtp, cancellation);
            await client.SendAsync(message, cancellation);
        }
        catch (SmtpCommandException refusal) when (SmtpRefusal.StatusOf(refusal) is { } status)
        {
            var words = $"{(int)refusal.StatusCode} {ProviderWords.Cleaned(refusal.Message)}";
            return new MailOutcome(status, message.MessageId, words);
        }
        catch (Exception login)
            when (login is AuthenticationException or ServiceNotAuthenticatedException)
        {
            return new MailOutcome(
                MailStatus.SenderRefused,
                message.MessageId,
                ProviderWords.Cleaned(login.Message)
            );
        }
        catch (Exception trouble) when (IsPassing(trouble))
        {
            throw new IOException(
                $"The mail server did not take the mail: {ProviderWords.Cleaned(trouble.Message)}",
                trouble
            );
        }
        await LeaveAsync(client, cancellation);
        return new MailOutcome(MailStatus.Accepted, message.MessageId, Detail: null);
    }

    private static async Task ConnectAsync(
        SmtpClient client,
        SmtpOptions server,
        CancellationToken cancellation
    )
    {
        var security = server.Security switch
        {
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.None => SecureSocketOptions.None,
            _ => throw new InvalidOperationException($"No such security: {server.Security}."),
        };
        await client.ConnectAsync(server.Host!, server.Port, security, cancellation);
        if (!string.IsNullOrEmpty(server.User))
        {
            await client.AuthenticateAsync(server.User, server.Password!, cancellation);
        }
    }

    // The mail is with the server; a connection that breaks on leaving must not make us send it again.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception trouble) when (IsPassing(trouble) || trouble is OperationCanceledException)
        {
            return;
        }
    }

    private static bool IsPassing(Exception trouble) =>
        trouble
            is SmtpCommandException
                or ProtocolException
                or ServiceNotConnectedException
                or SslHandshakeException
                or NotSupportedException
                or TimeoutException
                or SocketException
                or IOException;
}
