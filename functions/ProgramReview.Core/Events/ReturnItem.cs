using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>One reason why a part is to be sent again.</summary>
/// <param name="Part">The part.</param>
/// <param name="Text">What is wrong, in the words of whoever returned it.</param>
public sealed record ReturnItem(string Part, string Text)
{
    /// <summary>The finding that it is about, as it stood then; null if it is about none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Finding? Finding { get; init; }

    /// <summary>The code of the outline section that it is about; null if it is about none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Section { get; init; }
}
