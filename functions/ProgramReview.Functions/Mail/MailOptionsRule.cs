using Microsoft.Extensions.Options;
using MimeKit;

namespace ProgramReview.Functions.Mail;

/// <summary>The chosen provider has all it needs to send.</summary>
internal sealed class MailOptionsRule : IValidateOptions<MailOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options)
            .Select(fault => $"Settings in '{MailOptions.SectionName}': {fault}")
            .ToList();
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(MailOptions options)
    {
        if (
            !MailboxAddress.TryParse(options.FromAddress, out var from)
            || from.Address != options.FromAddress
            || !from.Address.Contains('@', StringComparison.Ordinal)
        )
        {
            yield return "FromAddress is not a mail address.";
        }
        if (string.IsNullOrWhiteSpace(options.FromName))
        {
            yield return "FromName is empty.";
        }
        var more = options.Provider switch
        {
            MailProvider.SendGrid => Faults(options.SendGrid),
            MailProvider.Smtp => Faults(options.Smtp),
            MailProvider.Local => [],
            _ => ["Provider must be SendGrid, Smtp or Local."],
        };
        foreach (var fault in more)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Faults(SendGridOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ApiKey))
        {
            yield return "SendGrid:ApiKey is empty.";
        }
        if (
            options.Host is not { IsAbsoluteUri: true }
            || (options.Host.Scheme != Uri.UriSchemeHttps && !options.Host.IsLoopback)
        )
        {
            yield return "SendGrid:Host is not an https address.";
        }
    }

    private static IEnumerable<string> Faults(SmtpOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            yield return "Smtp:Host is empty.";
        }
        if (options.Port is < 1 or > 65535)
        {
            yield return "Smtp:Port is not a port.";
        }
        if (!Enum.IsDefined(options.Security))
        {
            yield return "Smtp:Security must be StartTls, Tls or None.";
        }
        if (string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.Password))
        {
            yield return "Smtp:User and Smtp:Password belong together.";
        }
        if (!string.IsNullOrEmpty(options.User) && options.Security == SmtpSecurity.None)
        {
            yield return "Smtp:Password would travel in the open; set Smtp:Security.";
        }
    }
}
