namespace ProgramReview.Functions.Mail;

/// <summary>By which way mails leave the product.</summary>
public enum MailProvider
{
    /// <summary>SendGrid's HTTP API.</summary>
    SendGrid,

    /// <summary>A mail server, by SMTP.</summary>
    Smtp,

    /// <summary>The local host's own mailbox; no mail leaves the machine.</summary>
    Local,
}
