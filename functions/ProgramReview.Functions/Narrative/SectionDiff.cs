namespace ProgramReview.Functions.Narrative;

/// <summary>What changed in one section between two versions of a report.</summary>
/// <param name="Code">The section's code; null for what stands in none.</param>
/// <param name="Paragraphs">The paragraphs that changed, came or went, in their order; each in pieces that follow each other.</param>
public sealed record SectionDiff(string? Code, IReadOnlyList<IReadOnlyList<TextPiece>> Paragraphs);
