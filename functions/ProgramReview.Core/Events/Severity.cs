using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>How much a finding weighs; from <see cref="Error"/> on the submission does not count.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>To be mended or explained; counts all the same.</summary>
    Query,

    /// <summary>To be mended; does not count.</summary>
    Error,

    /// <summary>The file cannot be used at all; does not count.</summary>
    Blocker,
}
