namespace ProgramReview.Functions.Mail;

/// <summary>Who delivers the mails.</summary>
public enum MailProvider
{
    /// <summary>SendGrid's HTTP API.</summary>
    SendGrid,

    /// <summary>A mail server.</summary>
    Smtp,

    /// <summary>The local host's own mailbox; no mail leaves the machine.</summary>
    Local,
}
