using ProgramReview.Core.Checking.Outline;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A check of each section that the plan looks for.</summary>
internal abstract class SectionRule(string code) : TextRule(code)
{
    // Quotes are short: what is stored for ever holds no contents.
    private const int LongestQuote = 100;

    /// <inheritdoc/>
    public override bool AppliesTo(CheckScope scope) =>
        base.AppliesTo(scope) && scope.Plan.OutlineOf(scope.Assignment.ReportType).Count > 0;

    /// <inheritdoc/>
    protected sealed override IEnumerable<Finding> Check(CheckScope scope, ReadText text) =>
        text.Outline.Sections.SelectMany(section =>
            Arguments(section, text.Outline) is { } arguments
                ? [Found(PlaceOf(text, section), [.. arguments])]
                : Enumerable.Empty<Finding>()
        );

    /// <summary>What its finding says of a section; null if all is well with it.</summary>
    protected abstract IReadOnlyList<string>? Arguments(
        SectionReading section,
        OutlineReading outline
    );

    /// <summary>A heading as it may be quoted.</summary>
    protected static string Quote(Heading heading) =>
        heading.Text.Length <= LongestQuote ? heading.Text : $"{heading.Text[..LongestQuote]}…";
}
