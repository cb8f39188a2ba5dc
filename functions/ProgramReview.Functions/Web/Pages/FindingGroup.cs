using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>What one check found at several places: people mend a kind of fault, not each place by itself.</summary>
/// <param name="Code">The check.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Findings">All that is listed.</param>
/// <param name="More">How many there are that are not listed.</param>
public sealed record FindingGroup(
    string Code,
    Severity Severity,
    IReadOnlyList<Finding> Findings,
    int More
)
{
    /// <summary>So many are shown at once; the rest stands behind "all".</summary>
    public const int Most = 10;

    /// <summary>How many there are in all.</summary>
    public int Count => Findings.Count + More;

    /// <summary>The kinds of what was found, the heaviest first.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="more">How many more there are of a kind, by code.</param>
    public static IReadOnlyList<FindingGroup> Of(
        IEnumerable<Finding> findings,
        IReadOnlyDictionary<string, int>? more = null
    ) =>
        [
            .. findings
                .GroupBy(finding => (finding.Code, finding.Severity))
                .OrderByDescending(group => group.Key.Severity)
                .Select(group => new FindingGroup(
                    group.Key.Code,
                    group.Key.Severity,
                    [.. group],
                    more?.GetValueOrDefault(group.Key.Code) ?? 0
                )),
        ];
}
