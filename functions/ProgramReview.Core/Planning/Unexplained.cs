using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>What a query that nobody explained until the close does to the part it is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Unexplained>))]
public enum Unexplained
{
    /// <summary>The part counts; that it stayed unexplained is shown.</summary>
    Counts,

    /// <summary>The part does not count as long as it is unexplained.</summary>
    Holds,
}
