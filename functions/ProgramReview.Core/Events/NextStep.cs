using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>What a person chose after an expired round.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NextStep>))]
public enum NextStep
{
    /// <summary>A new round about the present state.</summary>
    AskAgain,

    /// <summary>The cycle ends without publication.</summary>
    End,
}
