using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>What kind of number an indicator is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IndicatorKind>))]
public enum IndicatorKind
{
    /// <summary>How many there are: whole things that can be added.</summary>
    Count,

    /// <summary>How much there is, in a unit that can be added, for example money.</summary>
    Amount,

    /// <summary>A share of hundred; shares are never added.</summary>
    Percent,

    /// <summary>Points that somebody awards.</summary>
    Score,

    /// <summary>A place in an order; the first is 1.</summary>
    Rank,
}
