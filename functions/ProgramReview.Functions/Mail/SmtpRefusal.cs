using System.Text.RegularExpressions;
using MailKit.Net.Smtp;

namespace ProgramReview.Functions.Mail;

/// <summary>Whom a mail server's refusal for good is about: the addressee, or us.</summary>
internal static partial class SmtpRefusal
{
    /// <summary>Which outcome a refusal is; null: it may pass, try again.</summary>
    public static MailStatus? StatusOf(SmtpCommandException refusal) =>
        (int)refusal.StatusCode < 500 ? null
        : refusal.ErrorCode
            is SmtpErrorCode.RecipientNotAccepted
                or SmtpErrorCode.MessageNotAccepted
        && !IsAboutUs(refusal.Message)
            ? MailStatus.Refused
        : MailStatus.SenderRefused;

    /// <summary>
    /// Whether the enhanced status code (RFC 3463) in an answer is about the sender's account, policy or reputation: no other address would
    /// help. Of the mailbox's own codes only "disabled" and "full" say something about the addressee.
    /// </summary>
    public static bool IsAboutUs(string answer) =>
        EnhancedCode().Match(answer) is { Success: true } code
        && (code.Groups[1].Value, code.Groups[2].Value) switch
        {
            ("7", _) => true,
            ("4", "5") => true,
            ("2", not ("1" or "2")) => true,
            _ => false,
        };

    [GeneratedRegex(@"(?<![\d.])5\.(\d{1,3})\.(\d{1,3})(?![\d.])")]
    private static partial Regex EnhancedCode();
}
