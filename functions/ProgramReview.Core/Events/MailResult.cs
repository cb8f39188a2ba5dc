using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>What became of a mail, as the record says it. One that was not needed any more when its turn came is no event.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailResult>))]
public enum MailResult
{
    /// <summary>The mail provider took it.</summary>
    Sent,

    /// <summary>The provider refused it for good.</summary>
    Refused,

    /// <summary>The provider refused the sender, whoever the addressee: tries go on, and operations must mend the account.</summary>
    SenderRefused,

    /// <summary>The provider could not be reached in all the tries of its occasion; one try a day follows.</summary>
    GivenUp,
}
