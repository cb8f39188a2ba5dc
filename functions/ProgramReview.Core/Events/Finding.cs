using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>What a check says of a submission.</summary>
/// <param name="Code">Stable; names the text in each language, for example <c>file-empty</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Arguments">What the text fills in, in order; plain values, and of contents only short quotes.</param>
public sealed record Finding(string Code, Severity Severity, IReadOnlyList<string> Arguments)
{
    /// <summary>Where in the file it was found; null if it is about the whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FindingPlace? Place { get; init; }
}
