using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>By which rules a body lays out what it writes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentStyle>))]
public enum DocumentStyle
{
    /// <summary>State bodies: Decree 30/2020/ND-CP.</summary>
    State,

    /// <summary>Party bodies: Guideline 36-HD/VPTW.</summary>
    Party,
}
