using ProgramReview.Core.Checking.Outline;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>Every required section has a heading.</summary>
internal sealed class SectionMissingRule() : SectionRule("section-missing")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        SectionReading section,
        OutlineReading outline
    ) =>
        section is { Heading: null, Section.Required: true }
            ? section.Nearest is { } nearest
                ? [Quote(nearest)]
                : []
            : null;
}
