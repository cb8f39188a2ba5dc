namespace ProgramReview.Core.Narrative;

/// <summary>A paragraph in which all words of a search stand.</summary>
/// <param name="Section">The code of its section; null for what stands in none.</param>
/// <param name="Paragraph">The paragraph.</param>
public sealed record TextHit(string? Section, TextParagraph Paragraph);
