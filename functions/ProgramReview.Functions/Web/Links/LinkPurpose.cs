using System.Text.Json.Serialization;

namespace ProgramReview.Functions.Web.Links;

/// <summary>What a link is good for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LinkPurpose>))]
public enum LinkPurpose
{
    /// <summary>Uploading to one assignment.</summary>
    Upload,

    /// <summary>Deciding in one approval round.</summary>
    Decide,
}
