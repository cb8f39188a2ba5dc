namespace ProgramReview.Functions.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Upgraded to TLS after the greeting; refused if the server cannot.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}
