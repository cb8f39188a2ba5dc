using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>Makes what goes on record of what a check found, or of why nothing was found out.</summary>
public static class CheckResult
{
    /// <summary>The code of a file whose reading ended two attempts.</summary>
    public const string CouldNotBeRead = "could-not-be-read";

    /// <summary>What the rules found.</summary>
    /// <param name="plan">The plan in force.</param>
    /// <param name="reader">The version of the reader.</param>
    /// <param name="findings">All that was found, the heaviest first.</param>
    /// <param name="beside">The parts that it is compared with.</param>
    /// <param name="pairs">What was found beside versions of them.</param>
    public static ContentCheck Of(
        PlanLookup plan,
        int reader,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<string> beside,
        IReadOnlyList<PairCheck> pairs
    )
    {
        var said = plan.Plan.Checking ?? CheckingPlan.Unsaid;
        var more = findings
            .CountBy(finding => finding.Code)
            .Where(count => count.Value > ContentCheck.MostOfAKind)
            .ToDictionary(count => count.Key, count => count.Value - ContentCheck.MostOfAKind);
        return new ContentCheck
        {
            Reader = reader,
            Rules = ContentChecks.Version,
            Findings = Listed(findings),
            More = more.Count > 0 ? more : null,
            IsCorrectable = IsCorrectable(said, findings),
            HoldsUnexplained = said.Unexplained == Unexplained.Holds,
            Beside = beside.Count > 0 ? beside : null,
            Pairs = pairs.Count > 0 ? pairs : null,
        };
    }

    /// <summary>What was found beside a version of another part.</summary>
    /// <param name="other">That version.</param>
    /// <param name="findings">All that was found.</param>
    public static PairCheck Pair(Submission other, IReadOnlyList<Finding> findings) =>
        new(other.BlobName, other.Sha256, Listed(findings));

    /// <summary>That nothing was found out.</summary>
    /// <param name="codes">Why not.</param>
    public static ContentCheck Nothing(params ReadOnlySpan<string> codes) =>
        new()
        {
            Reader = 0,
            Rules = 0,
            Findings = [.. codes.ToArray().Select(Failing)],
        };

    /// <summary>The finding that nobody found something out: the file does not count, and a person may say that it does.</summary>
    /// <param name="code">Why not.</param>
    public static Finding Failing(string code) => new(code, Severity.Error, []);

    /// <summary>Whether nothing keeps a file from counting but what the plan lets be mended after the close, and no piece of it is missing.</summary>
    internal static bool IsCorrectable(CheckingPlan said, IEnumerable<Finding> findings) =>
        said.Corrections is not null
        && findings
            .Where(finding => finding.Severity >= Severity.Error)
            .All(finding =>
                finding.Severity < Severity.Blocker && said.Correctable.Contains(finding.Code)
            )
        // Whatever it weighs: who left out what the plan asks for has not sent the report.
        && findings.All(finding => !CheckCatalogue.Incomplete.Contains(finding.Code));

    private static List<Finding> Listed(IEnumerable<Finding> findings) =>
        [
            .. findings
                .GroupBy(finding => finding.Code)
                .SelectMany(kind => kind.Take(ContentCheck.MostOfAKind))
                .OrderByDescending(finding => finding.Severity),
        ];
}
