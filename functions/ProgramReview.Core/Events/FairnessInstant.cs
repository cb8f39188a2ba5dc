using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>The instants that decide.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FairnessInstant>))]
public enum FairnessInstant
{
    /// <summary>From it on a report is late.</summary>
    Due,

    /// <summary>From it on a report is refused.</summary>
    Closes,
}
