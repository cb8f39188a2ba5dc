using System.Text.Json.Serialization;

namespace ProgramReview.Core.Audit;

/// <summary>How a generation ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GenerationOutcome>))]
public enum GenerationOutcome
{
    /// <summary>With an accepted report.</summary>
    Accepted,

    /// <summary>Closed without one.</summary>
    Missing,

    /// <summary>A person exempted the body.</summary>
    Exempt,
}
