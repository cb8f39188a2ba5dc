using ProgramReview.Core.Events;

namespace ProgramReview.Core.Compiling;

/// <summary>What reports of a dossier add up to: those of a piece, or all.</summary>
/// <param name="Reports">How many there are.</param>
/// <param name="Phases">How many stand in each phase; phases in which none stands are left out.</param>
/// <param name="Exceptions">Of how many each exception is said; what is said of none is left out.</param>
/// <param name="Findings">What was found in what counts, by kind.</param>
/// <param name="CloseCalls">How many judgements were close to an instant.</param>
public sealed record DossierTotals(
    int Reports,
    IReadOnlyDictionary<AssignmentPhase, int> Phases,
    IReadOnlyDictionary<DossierException, int> Exceptions,
    IReadOnlyList<FindingCount> Findings,
    int CloseCalls
)
{
    /// <summary>Of no report.</summary>
    public static readonly DossierTotals None = new(
        0,
        new Dictionary<AssignmentPhase, int>(),
        new Dictionary<DossierException, int>(),
        [],
        0
    );

    /// <summary>In how many reports something was found.</summary>
    public int WithFindings { get; init; }

    /// <summary>Of how many reports an exception is said.</summary>
    public int Of(DossierException exception) => Exceptions.GetValueOrDefault(exception);

    /// <summary>The totals of some reports.</summary>
    public static DossierTotals Of(IReadOnlyCollection<DossierReport> reports) =>
        new(
            reports.Count,
            Add(reports.Select(report => KeyValuePair.Create(report.Phase, 1))),
            Add(
                reports.SelectMany(report =>
                    report.Said().Select(said => said.What).Distinct().Select(Once)
                )
            ),
            FindingCount.Sum(reports.SelectMany(report => report.Findings)),
            reports.Sum(report => report.CloseCalls.Count)
        )
        {
            WithFindings = reports.Count(report => report.Findings.Count > 0),
        };

    /// <summary>What totals add up to; the same whatever their order.</summary>
    public static DossierTotals Sum(IReadOnlyCollection<DossierTotals> totals) =>
        new(
            totals.Sum(one => one.Reports),
            Add(totals.SelectMany(one => one.Phases)),
            Add(totals.SelectMany(one => one.Exceptions)),
            FindingCount.Sum(totals.SelectMany(one => one.Findings)),
            totals.Sum(one => one.CloseCalls)
        )
        {
            WithFindings = totals.Sum(one => one.WithFindings),
        };

    private static KeyValuePair<DossierException, int> Once(DossierException exception) =>
        new(exception, 1);

    private static Dictionary<T, int> Add<T>(IEnumerable<KeyValuePair<T, int>> counts)
        where T : struct, Enum =>
        counts
            .GroupBy(one => one.Key)
            .OrderBy(kind => kind.Key)
            .ToDictionary(kind => kind.Key, kind => kind.Sum(one => one.Value));
}
