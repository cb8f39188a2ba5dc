namespace ProgramReview.Functions.Mail;

/// <summary>Hands a rendered mail to a provider.</summary>
public interface IMailSender
{
    /// <summary>Hands one mail to the provider; whoever calls again for the same mail risks a second letter.</summary>
    /// <returns>What the provider said; a refusal, of the addressee or of us, is a value.</returns>
    /// <exception cref="IOException">The provider could not be reached or asked to try again later; try again.</exception>
    Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation = default);
}
