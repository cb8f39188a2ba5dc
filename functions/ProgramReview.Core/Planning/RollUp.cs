using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>How the values of the bodies below make one of the body above.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RollUp>))]
public enum RollUp
{
    /// <summary>They make none: each stands for itself.</summary>
    None,

    /// <summary>They are added.</summary>
    Sum,

    /// <summary>Their mean, each weighted by another indicator of the same body and period.</summary>
    Weighted,
}
