namespace ProgramReview.Core.Figures.Consistency;

/// <summary>What counts from the programme's start is less than it was at an earlier time, in whichever reports the two stand.</summary>
internal sealed class FallingRule() : ConsistencyRule("between-falls")
{
    /// <inheritdoc/>
    public override IEnumerable<ConsistencyFinding> Check(FigureScene scene)
    {
        foreach (var (kept, number, series) in scene.Series(indicator => indicator.Cumulative))
        {
            var indicator = scene.Layout.Indicators[number];
            (Told Told, int Period)? highest = null;
            foreach (var (period, one) in series.Index())
            {
                if (one is not { Figure.Value: { } value } told)
                {
                    continue;
                }
                if (
                    highest is ({ Figure.Value: { } before } earlier, var at)
                    && value < before
                    && !Precision.Meet(indicator, value, before)
                )
                {
                    yield return Found(
                        scene,
                        kept.Figures.Node,
                        scene.Layout.Cell(number, period),
                        FigureQuote.Report.Of(told, scene.Layout.Periods[period]),
                        FigureQuote.Report.Of(earlier, scene.Layout.Periods[at])
                    );
                }
                else
                {
                    highest = (told, period);
                }
            }
        }
    }
}
