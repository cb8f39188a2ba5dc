using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>How a window ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WindowOutcome>))]
public enum WindowOutcome
{
    /// <summary>With an accepted report.</summary>
    Accepted,

    /// <summary>Closed without one.</summary>
    Missing,

    /// <summary>A person exempted the body.</summary>
    Exempt,
}
