using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>Why the chains were joined.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnchorCause>))]
public enum AnchorCause
{
    /// <summary>A day ended.</summary>
    Day,

    /// <summary>A dossier is about to be compiled.</summary>
    Dossier,

    /// <summary>The cycle ended.</summary>
    End,
}
