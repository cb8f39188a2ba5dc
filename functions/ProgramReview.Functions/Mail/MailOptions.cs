namespace ProgramReview.Functions.Mail;

/// <summary>Who sends the mails, and through whom.</summary>
public sealed class MailOptions
{
    /// <summary>The section of the configuration that these settings stand under.</summary>
    public const string SectionName = "Mail";

    /// <summary>Who delivers; must be set.</summary>
    public MailProvider? Provider { get; set; }

    /// <summary>The sender's address.</summary>
    public string FromAddress { get; set; } = "";

    /// <summary>The sender's name.</summary>
    public string FromName { get; set; } = "";

    /// <summary>Needed with the provider of this name.</summary>
    public SendGridOptions SendGrid { get; set; } = new();

    /// <summary>Needed with the provider of this name.</summary>
    public SmtpOptions Smtp { get; set; } = new();
}
