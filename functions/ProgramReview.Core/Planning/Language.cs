using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>A language the product speaks; chosen per recipient.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Language>))]
public enum Language
{
    /// <summary>Vietnamese.</summary>
    Vi,

    /// <summary>English.</summary>
    En,

    /// <summary>Hindi.</summary>
    Hi,
}
