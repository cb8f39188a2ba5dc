using System.Text.Json.Serialization;

namespace ProgramReview.Core.Checking.Reading;

/// <summary>
/// The text of a document as a person would read it, line by line: without deleted, hidden and moved text, field codes, contents lists, page
/// heads and feet; with automatic numbers.
/// </summary>
public sealed record DocumentFacts
{
    /// <summary>Paragraphs of a docx or doc, lines of a pdf, in reading order; empty ones are left out.</summary>
    public required IReadOnlyList<DocumentLine> Lines { get; init; }

    /// <summary>The fonts that letters are set in, the most used first.</summary>
    public IReadOnlyList<FontUse> Fonts { get; init; } = [];

    /// <summary>How many pages it has; null where the format does not say.</summary>
    public int? Pages { get; init; }

    /// <summary>The pages, from 1, that are pictures without text.</summary>
    public IReadOnlyList<int> PicturePages { get; init; } = [];

    /// <summary>Whether it bears a digital signature; its worth is not examined.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The letters and digits of all lines.</summary>
    [JsonIgnore]
    public int Letters => Lines.Sum(line => line.Text.Count(char.IsLetterOrDigit));
}
