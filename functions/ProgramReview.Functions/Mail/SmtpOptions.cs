namespace ProgramReview.Functions.Mail;

/// <summary>The mail server.</summary>
public sealed class SmtpOptions
{
    /// <summary>Its name or address.</summary>
    public string? Host { get; set; }

    /// <summary>Its port, 1 to 65535.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Who logs in; empty for a server that asks nobody.</summary>
    public string? User { get; set; }

    /// <summary>The user's password.</summary>
    public string? Password { get; set; }

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;
}
