using System.Globalization;
using ProgramReview.Core.Checking.Outline;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A section has as many letters as the plan wants at least.</summary>
internal sealed class SectionTooShortRule() : SectionRule("section-too-short")
{
    /// <inheritdoc/>
    public override bool AppliesTo(CheckScope scope) =>
        base.AppliesTo(scope)
        && scope
            .Plan.OutlineOf(scope.Assignment.ReportType)
            .Any(section => section.TooShort is not null);

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        SectionReading section,
        OutlineReading outline
    ) =>
        section is { Heading: not null, Letters: > 0, Section.TooShort: { } least }
        && section.Letters < least
            ?
            [
                section.Letters.ToString(CultureInfo.InvariantCulture),
                least.ToString(CultureInfo.InvariantCulture),
            ]
            : null;
}
