namespace ProgramReview.Functions.Mail;

/// <summary>The account at SendGrid.</summary>
public sealed class SendGridOptions
{
    /// <summary>The API key; may send mail and nothing else.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Where the API is.</summary>
    public Uri Host { get; set; } = new("https://api.sendgrid.com");
}
