using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>
/// A year is estimated at less than was there already by a day in its course, of what is counted over the year: there it can only grow.
/// </summary>
internal sealed class EstimateBelowRule() : ConsistencyRule("between-estimate-below")
{
    /// <inheritdoc/>
    public override IEnumerable<ConsistencyFinding> Check(FigureScene scene)
    {
        foreach (var (kept, number, series) in scene.Series(Grows))
        {
            foreach (var (at, one) in series.Index().Skip(1))
            {
                var (period, before) = (scene.Layout.Periods[at], scene.Layout.Periods[at - 1]);
                if (
                    period.Estimate
                    && !before.Estimate
                    && period.To.Year == before.To.Year
                    && one is { Figure.Value: { } estimate } told
                    && series[at - 1] is { Figure.Value: { } actual } earlier
                    && estimate < actual
                    && !Precision.Meet(scene.Layout.Indicators[number], estimate, actual)
                )
                {
                    yield return Found(
                        scene,
                        kept.Figures.Node,
                        scene.Layout.Cell(number, at),
                        FigureQuote.Report.Of(told, period),
                        FigureQuote.Report.Of(earlier, before)
                    );
                }
            }
        }
    }

    // What counts from the programme's start is the falling rule's.
    private static bool Grows(Indicator indicator) =>
        indicator
            is {
                Kind: IndicatorKind.Count or IndicatorKind.Amount,
                Min: >= 0,
                Cumulative: false,
                Stock: false
            };
}
