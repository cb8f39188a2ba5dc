using System.Text.Json.Serialization;

namespace ProgramReview.Core.Deadlines;

/// <summary>How a commit instant stands to the two deadlines of its window.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimelinessVerdict>))]
public enum TimelinessVerdict
{
    /// <summary>Committed before <c>due</c>.</summary>
    OnTime,

    /// <summary>Committed from <c>due</c> on, before <c>closes</c>; or admitted by a person.</summary>
    Late,

    /// <summary>Committed from <c>closes</c> on and not admitted.</summary>
    Refused,
}
