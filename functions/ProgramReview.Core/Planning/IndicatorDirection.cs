using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>Which way an indicator is meant to go.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IndicatorDirection>))]
public enum IndicatorDirection
{
    /// <summary>More is better: the target is reached from below.</summary>
    Up,

    /// <summary>Less is better: the target is reached from above.</summary>
    Down,
}
