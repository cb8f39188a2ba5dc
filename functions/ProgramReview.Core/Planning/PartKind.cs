using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>What a part is for, and so what is looked for in it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartKind>))]
public enum PartKind
{
    /// <summary>The report's text, with its outline.</summary>
    Report,

    /// <summary>The data annex: indicators by periods.</summary>
    Annex,

    /// <summary>The scan of the signed and stamped paper; nothing is looked for in it.</summary>
    Scan,
}
