using ProgramReview.Core.Checking.Outline;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>Sections stand in the order of the outline; where they do not, the fewest that would have to move are told.</summary>
internal sealed class SectionOrderRule() : SectionRule("section-out-of-order")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        SectionReading section,
        OutlineReading outline
    ) => section.Heading is { } heading && !InOrder(outline).Contains(heading.Line) ? [] : null;

    // The longest run of headings that stand one below the other as the outline has them.
    private static IReadOnlyList<int> InOrder(OutlineReading outline)
    {
        var best = new List<IReadOnlyList<int>>();
        foreach (
            var line in outline
                .Sections.Where(section => section.Heading is not null)
                .Select(section => section.Heading!.Line)
        )
        {
            best.Add([.. best.Where(run => run[^1] < line).MaxBy(run => run.Count) ?? [], line]);
        }
        return best.MaxBy(run => run.Count) ?? [];
    }
}
