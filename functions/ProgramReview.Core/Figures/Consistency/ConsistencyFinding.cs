using System.Text.Json.Serialization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>That figures do not go together, with all sides quoted.</summary>
/// <param name="Code">The check's code.</param>
/// <param name="Severity">How much it weighs in this plan.</param>
/// <param name="Node">Whose figures.</param>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Period">The period's code.</param>
/// <param name="Sides">What does not go together; the side that is asked about is the first.</param>
public sealed record ConsistencyFinding(
    string Code,
    Severity Severity,
    FanOutNode Node,
    string Indicator,
    string Period,
    IReadOnlyList<FigureQuote> Sides
)
{
    /// <summary>
    /// Whose authors are asked: those of every report quoted. Nobody where all stands in one file, whose own checks asked them already.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<AssignmentId> Authors
    {
        get
        {
            var reports = Sides.OfType<FigureQuote.Report>().ToList();
            var isWithinOneFile =
                reports.Count > 1
                && reports.DistinctBy(one => (one.Assignment, one.Sha256)).Count() == 1;
            return isWithinOneFile
                ? []
                : [.. reports.Select(report => report.Assignment).Distinct()];
        }
    }
}
