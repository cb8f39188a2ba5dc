using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>What the author of one report is asked about its figures.</summary>
public static class FigureQuestions
{
    private const int MostOfAKind = ContentCheck.MostOfAKind;

    /// <summary>
    /// The questions, each with the author's own value first. Only what is to be mended or explained, and never more than that: what another body
    /// wrote keeps no file from counting.
    /// </summary>
    /// <param name="findings">What was found about the node that the report speaks for.</param>
    /// <param name="assignment">The report.</param>
    public static IReadOnlyList<Finding> For(
        IEnumerable<ConsistencyFinding> findings,
        AssignmentId assignment
    ) =>
        [
            .. findings
                .Where(finding =>
                    finding.Severity > Severity.Info && finding.Authors.Contains(assignment)
                )
                .GroupBy(finding => finding.Code)
                .SelectMany(kind => kind.Take(MostOfAKind))
                .Select(finding =>
                    (
                        finding with
                        {
                            Sides =
                            [
                                .. finding.Sides.OrderByDescending(side =>
                                    side is FigureQuote.Report report
                                    && report.Assignment == assignment
                                ),
                            ],
                        }
                    ).ToFinding() with
                    {
                        Severity = Severity.Query,
                    }
                ),
        ];
}
