using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>Whom an approver may name to answer in their place.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeputyChoice>))]
public enum DeputyChoice
{
    /// <summary>Those whom the plan lists for them.</summary>
    Listed,

    /// <summary>Anybody else as well, by name and address.</summary>
    Anyone,
}
