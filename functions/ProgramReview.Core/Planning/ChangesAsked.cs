using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>What a request for changes does to a round.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangesAsked>))]
public enum ChangesAsked
{
    /// <summary>It ends the round at once: nobody should approve what is about to be changed.</summary>
    End,

    /// <summary>The round waits until all have answered, so that all changes are made at once.</summary>
    Wait,
}
