using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>
/// The whole misses its target in the last period, or exceeds it so far that the figure or the target may be another: told from the report
/// about the whole, or from what all bodies make where that says nothing.
/// </summary>
internal sealed class TargetRule() : ConsistencyRule("between-target")
{
    private const decimal Far = 2;

    /// <inheritdoc/>
    public override IEnumerable<ConsistencyFinding> Check(FigureScene scene)
    {
        if (
            scene.Layout.Periods.Count == 0
            || scene.Known.FirstOrDefault(kept => kept.Figures.Node == FanOutNode.Root)
                is not { } whole
        )
        {
            yield break;
        }
        foreach (var (number, indicator) in scene.Layout.Indicators.Index())
        {
            var cell = scene.Layout.Cell(number, scene.Layout.Periods.Count - 1);
            if (
                indicator.Target is { } target
                && Reached(scene, whole, cell) is var (side, value, error)
                && IsOff(indicator, target, value, error)
            )
            {
                yield return Found(
                    scene,
                    FanOutNode.Root,
                    cell,
                    side,
                    new FigureQuote.Target(target)
                );
            }
        }
    }

    private static (FigureQuote Side, decimal Value, decimal Error)? Reached(
        FigureScene scene,
        KeptFigures whole,
        int cell
    )
    {
        var period = scene.Layout.PeriodOf(cell);
        return whole.Figures.Own(cell) is { Figure.Value: { } own } told
                ? (
                    FigureQuote.Report.Of(told, period),
                    own,
                    Precision.Of(scene.Layout.IndicatorOf(cell), own)
                )
            : whole.Figures.BelowAt(cell)
                is {
                    Counts.IsComplete: true,
                    Value: { } value,
                    Error: { } error,
                    Counts: var counts
                }
                ? (
                    new FigureQuote.Below(
                        FanOutNode.Root,
                        whole.Hash,
                        period.Code,
                        value,
                        error,
                        counts
                    ),
                    value,
                    error
                )
            : null;
    }

    private static bool IsOff(Indicator indicator, decimal target, decimal value, decimal error) =>
        indicator.Direction == IndicatorDirection.Down
            ? value - error > target || (target > 0 && value < target / Far)
            : value + error < target || (target > 0 && value > target * Far);
}
