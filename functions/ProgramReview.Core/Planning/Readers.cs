using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>Who may read something once the dossier is published.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Readers>))]
public enum Readers
{
    /// <summary>Those who take part: contacts, approvers, auditors and operations.</summary>
    Participants,

    /// <summary>Whoever knows the address.</summary>
    Everybody,
}
