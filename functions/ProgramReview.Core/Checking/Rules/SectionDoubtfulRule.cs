using ProgramReview.Core.Checking.Outline;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A section stands under the heading that was asked for, not under one that is only like it.</summary>
internal sealed class SectionDoubtfulRule() : SectionRule("section-doubtful")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        SectionReading section,
        OutlineReading outline
    ) => section is { IsDoubtful: true, Heading: { } heading } ? [Quote(heading)] : null;
}
