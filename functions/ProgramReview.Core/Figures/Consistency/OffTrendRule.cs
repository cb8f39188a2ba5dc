using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>An estimate is far from where the years before it lead.</summary>
internal sealed class OffTrendRule() : ConsistencyRule("between-off-trend")
{
    private const int FewestYears = 3;
    private const decimal UsualShare = 0.3m;
    private const decimal UsualPoints = 10;
    private const decimal Steps = 5;
    private const double Chance = 4;

    /// <inheritdoc/>
    public override IEnumerable<ConsistencyFinding> Check(FigureScene scene)
    {
        var periods = scene.Layout.Periods;
        foreach (
            var (kept, number, series) in scene.Series(indicator =>
                indicator.Kind != IndicatorKind.Rank
            )
        )
        {
            foreach (var (at, one) in series.Index())
            {
                if (!periods[at].Estimate || one is not { Figure.Value: { } value } told)
                {
                    continue;
                }
                // Only times that end on the same day of the year can be compared: nine months are no year.
                List<decimal> years =
                [
                    .. series
                        .Take(at)
                        .Index()
                        .Where(year => IsSameDay(periods[year.Index], periods[at]))
                        .Select(year => year.Item?.Figure.Value)
                        .OfType<decimal>(),
                ];
                if (years.Count < FewestYears)
                {
                    continue;
                }
                var (expected, allowed) = Trend(scene.Layout.Indicators[number], years);
                if (decimal.Abs(value - expected) > allowed)
                {
                    yield return Found(
                        scene,
                        kept.Figures.Node,
                        scene.Layout.Cell(number, at),
                        FigureQuote.Report.Of(told, periods[at]),
                        new FigureQuote.Expected(expected, allowed)
                    );
                }
            }
        }
    }

    // The last year and the usual step from there. Allowed is five times what steps usually differ by, but no less than a tenth of the scale of
    // shares, three tenths of other values, and what chance makes of small counts.
    private static (decimal Expected, decimal Allowed) Trend(
        Indicator indicator,
        List<decimal> years
    )
    {
        List<decimal> steps = [.. years.Zip(years.Skip(1), (one, next) => next - one)];
        var step = Middle.Of(steps);
        var expected = years[^1] + step;
        var usual = Steps * Middle.Of([.. steps.Select(one => decimal.Abs(one - step))]);
        var least = indicator.Kind switch
        {
            IndicatorKind.Percent => UsualPoints,
            IndicatorKind.Count => decimal.Max(
                UsualShare * decimal.Abs(years[^1]),
                (decimal)(Chance * Math.Sqrt(Math.Max((double)decimal.Abs(years[^1]), 1)))
            ),
            _ => UsualShare * decimal.Abs(years[^1]),
        };
        return (expected, decimal.Max(usual, least));
    }

    private static bool IsSameDay(Period one, Period other) =>
        (one.To.Month, one.To.Day) == (other.To.Month, other.To.Day);
}
