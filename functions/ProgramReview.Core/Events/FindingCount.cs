namespace ProgramReview.Core.Events;

/// <summary>What became of one kind of finding, over one report or many: a question that is mostly explained or overruled was not understood.</summary>
/// <param name="Code">The check.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Reports">How many reports have such a finding.</param>
/// <param name="Places">How many there are in all.</param>
/// <param name="Explained">Of how many reports somebody explained one.</param>
/// <param name="Unexplained">In how many reports a query of this kind has no answer.</param>
/// <param name="Overruled">Of how many reports operations overruled one.</param>
public sealed record FindingCount(
    string Code,
    Severity Severity,
    int Reports,
    int Places,
    int Explained,
    int Unexplained,
    int Overruled
)
{
    /// <summary>The kinds in the versions of an assignment that count, or else came last.</summary>
    public static IReadOnlyList<FindingCount> Of(AssignmentState state)
    {
        var files = state
            .Parts.Select(part => part.Counting ?? part.Newest)
            .OfType<Submission>()
            .ToList();
        var standing = files.SelectMany(file =>
            file.Standing().Concat(state.PairFindings(file)).Select(finding => (file, finding))
        );
        var found = standing.Select(one =>
        {
            var isAnswered = state.Explanations.Any(answer =>
                answer.Part == one.file.Part && answer.Finding == one.finding.Key
            );
            var isQuery = one.finding.Severity == Severity.Query;
            return new FindingCount(
                one.finding.Code,
                one.finding.Severity,
                1,
                1,
                isAnswered ? 1 : 0,
                isQuery && !isAnswered ? 1 : 0,
                0
            );
        });
        // What is not listed by itself is one of its kind all the same.
        var unlisted = files
            .SelectMany(file => file.Check?.More ?? new Dictionary<string, int>())
            .Select(more => new FindingCount(more.Key, Severity.Info, 1, more.Value, 0, 0, 0));
        var overruled = files
            .SelectMany(file =>
                file.Findings.Where(finding =>
                    file.Overruled.Any(ruling => ruling.Finding == finding.Key)
                )
            )
            .Select(finding => new FindingCount(finding.Code, finding.Severity, 1, 0, 0, 0, 1));
        return
        [
            .. Sum(found.Concat(unlisted).Concat(overruled))
                .Select(count =>
                    count with
                    {
                        Reports = 1,
                        Explained = Math.Min(count.Explained, 1),
                        Unexplained = Math.Min(count.Unexplained, 1),
                        Overruled = Math.Min(count.Overruled, 1),
                    }
                ),
        ];
    }

    /// <summary>What counts add up to, one for each kind; the same whatever their order.</summary>
    public static IReadOnlyList<FindingCount> Sum(IEnumerable<FindingCount> counts) =>
        [
            .. counts
                .GroupBy(count => count.Code, StringComparer.Ordinal)
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => new FindingCount(
                    kind.Key,
                    kind.Max(count => count.Severity),
                    kind.Sum(count => count.Reports),
                    kind.Sum(count => count.Places),
                    kind.Sum(count => count.Explained),
                    kind.Sum(count => count.Unexplained),
                    kind.Sum(count => count.Overruled)
                )),
        ];
}
