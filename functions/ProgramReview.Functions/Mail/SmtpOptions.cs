namespace ProgramReview.Functions.Mail;

/// <summary>How the mail server is reached.</summary>
public sealed class SmtpOptions
{
    /// <summary>Its name or address.</summary>
    public string? Host { get; set; }

    /// <summary>The server's port, 1 to 65535; 587 is submission with STARTTLS.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Who logs in; empty for a server that asks nobody.</summary>
    public string? User { get; set; }

    /// <summary>The user's password.</summary>
    public string? Password { get; set; }

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;
}
