using System.Text.Json.Serialization;

namespace ProgramReview.Core.Narrative;

/// <summary>A paragraph of a report with the place where it stands.</summary>
/// <param name="Text">As it is written, in Unicode.</param>
public sealed record TextParagraph(string Text)
{
    /// <summary>The paragraph of a docx or doc, from 1; 0 for a pdf.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Paragraph { get; init; }

    /// <summary>The page of a pdf on which it begins, from 1; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>Whether it is a heading within its section.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHeading { get; init; }
}
