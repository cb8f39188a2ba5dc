namespace ProgramReview.Core.Narrative;

/// <summary>What a report says in one section.</summary>
/// <param name="Code">The section's code; null for what stands in no section that the plan looks for.</param>
/// <param name="Heading">The heading that it was found under, as it is written; null for what stands in no section.</param>
/// <param name="Paragraphs">What stands in it, from above; may be empty.</param>
public sealed record SectionText(
    string? Code,
    string? Heading,
    IReadOnlyList<TextParagraph> Paragraphs
);
