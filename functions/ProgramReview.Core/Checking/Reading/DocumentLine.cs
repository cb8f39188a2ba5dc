using System.Text.Json.Serialization;

namespace ProgramReview.Core.Checking.Reading;

/// <summary>One paragraph or line of a document.</summary>
/// <param name="Text">In NFC, its automatic number in front; breaks and tabs are spaces.</param>
public sealed record DocumentLine(string Text)
{
    /// <summary>The paragraph of a docx or doc, from 1, counting those that are left out; 0 for a pdf.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Paragraph { get; init; }

    /// <summary>The page of a pdf, from 1; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>Its outline level, 1 to 9, from the paragraph or its style; null for body text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Level { get; init; }

    /// <summary>The automatic number that <see cref="Text"/> begins with; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Number { get; init; }

    /// <summary>Whether all of it is bold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsBold { get; init; }

    /// <summary>Whether all of it is shown in capitals, whatever letters are stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCapitals { get; init; }

    /// <summary>Whether it stands in the middle.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCentred { get; init; }

    /// <summary>Whether it stands in a table.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InTable { get; init; }

    /// <summary>Whether it is a hint of the form that nobody wrote over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHint { get; init; }

    /// <summary>The code of the section whose heading it is, as our form marked it; null without a mark.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Section { get; init; }

    /// <summary>The font that most of it is set in; null if unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Font { get; init; }
}
