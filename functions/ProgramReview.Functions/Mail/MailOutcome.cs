using System.Text.Json.Serialization;

namespace ProgramReview.Functions.Mail;

/// <summary>What a provider said of one attempt.</summary>
/// <param name="Status">Accepted, refused for good, or no longer needed.</param>
/// <param name="ProviderId">The provider's own id of the mail, or null.</param>
/// <param name="Detail">The provider's words on a refusal, without addresses; or null.</param>
public sealed record MailOutcome(MailStatus Status, string? ProviderId, string? Detail)
{
    /// <summary>Whether no further attempt follows by itself.</summary>
    [JsonIgnore]
    public bool IsFinal => Status != MailStatus.SenderRefused;
}
