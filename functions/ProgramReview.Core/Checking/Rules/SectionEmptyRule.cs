using ProgramReview.Core.Checking.Outline;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A required section says something: no dots, no "being updated".</summary>
internal sealed class SectionEmptyRule() : SectionRule("section-empty")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        SectionReading section,
        OutlineReading outline
    ) => section is { Heading: not null, Letters: 0, Section.Required: true } ? [] : null;
}
