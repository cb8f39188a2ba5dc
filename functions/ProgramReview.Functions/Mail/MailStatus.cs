using System.Text.Json.Serialization;

namespace ProgramReview.Functions.Mail;

/// <summary>What the provider said of a mail, or that it was not needed any more.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailStatus>))]
public enum MailStatus
{
    /// <summary>The provider took it.</summary>
    Accepted,

    /// <summary>The provider refused it for good; operations see it.</summary>
    Refused,

    /// <summary>The provider refused us, whoever the addressee: it is tried again, and operations must mend the sender's account.</summary>
    SenderRefused,

    /// <summary>When its turn came it was not needed any more; nothing was sent.</summary>
    NotNeeded,
}
