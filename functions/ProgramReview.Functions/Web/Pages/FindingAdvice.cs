using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>What to do about all that was found, in one sentence.</summary>
public static class FindingAdvice
{
    /// <summary>The key of the sentence, <c>advice.*</c>; null where nothing was found.</summary>
    /// <param name="standing">What was found and stands.</param>
    /// <param name="isExplained">Whether every query among it has an answer.</param>
    /// <param name="holds">Whether the plan keeps a file from counting while a query is not explained.</param>
    public static string? Key(
        IReadOnlyCollection<Finding> standing,
        bool isExplained = false,
        bool holds = false
    ) =>
        standing.Count == 0
            ? null
            : standing.Max(finding => finding.Severity) switch
            {
                // Nobody could look at it in time: the sender can do nothing about that.
                >= Severity.Error when ContentCheck.IsUndecided(standing) => "advice.wait",
                Severity.Blocker
                    when standing.Any(finding => finding.Code == ScanResult.Infected) =>
                    "advice.infected",
                Severity.Blocker => "advice.blocker",
                Severity.Error => "advice.error",
                Severity.Query when isExplained => "advice.explained",
                Severity.Query => holds ? "advice.query.holds" : "advice.query",
                _ => "advice.info",
            };
}
