using System.Globalization;
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

    /// <summary>The finding as it is told beside those of files: the value asked about, and the other side in short.</summary>
    public Finding ToFinding() =>
        new(Code, Severity, [.. Sides.SelectMany((side, i) => Words(side, isFirst: i == 0))])
        {
            Place = new FindingPlace
            {
                Indicator = Indicator,
                Period = Period,
                Cell = (Sides[0] as FigureQuote.Report)?.Cell,
            },
        };

    private IEnumerable<string> Words(FigureQuote side, bool isFirst) =>
        side switch
        {
            _ when isFirst => [Number(ValueOf(side))],
            FigureQuote.Report(var assignment, _, _, _, var period, var value) =>
            [
                Number(value),
                period == Period ? assignment.ToString() : period,
            ],
            FigureQuote.Below(_, _, _, var value, _, var counts) =>
            [
                Number(value),
                Number(counts.Given),
                Number(counts.Asked),
            ],
            FigureQuote.Peers(_, var count, var median) => [Number(count), Number(median)],
            _ => [Number(ValueOf(side))],
        };

    private static decimal ValueOf(FigureQuote side) =>
        side switch
        {
            FigureQuote.Report report => report.Value,
            FigureQuote.Below below => below.Value,
            FigureQuote.Expected expected => expected.Value,
            FigureQuote.Target target => target.Value,
            FigureQuote.Peers peers => peers.Median,
            _ => throw new InvalidOperationException($"{side} is no side of a finding."),
        };

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
