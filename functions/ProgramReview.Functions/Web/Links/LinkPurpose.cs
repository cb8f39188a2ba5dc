using System.Text.Json.Serialization;

namespace ProgramReview.Functions.Web.Links;

/// <summary>What a link is good for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LinkPurpose>))]
public enum LinkPurpose
{
    /// <summary>Sending reports to one assignment and reading its receipts.</summary>
    Upload,

    /// <summary>Deciding in one approval round.</summary>
    Decide,

    /// <summary>Objecting to what operations did for a seat.</summary>
    Objection,
}
