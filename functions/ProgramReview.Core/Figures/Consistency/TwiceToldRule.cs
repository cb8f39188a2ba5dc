namespace ProgramReview.Core.Figures.Consistency;

/// <summary>Two reports about the same - of one body, or of two about the whole - say different things.</summary>
internal sealed class TwiceToldRule() : ConsistencyRule("between-twice-told")
{
    /// <inheritdoc/>
    public override IEnumerable<ConsistencyFinding> Check(FigureScene scene)
    {
        foreach (var (kept, cell, told) in scene.Told())
        {
            foreach (
                var other in kept.Figures.Reports.Where(report =>
                    !ReferenceEquals(report, told.Report)
                )
            )
            {
                if (
                    other.Cells[cell] is { Value: { } value } figure
                    && other.Standing == ReportStanding.Counts
                    && !Precision.Meet(
                        scene.Layout.IndicatorOf(cell),
                        told.Figure.Value!.Value,
                        value
                    )
                )
                {
                    var period = scene.Layout.PeriodOf(cell);
                    yield return Found(
                        scene,
                        kept.Figures.Node,
                        cell,
                        FigureQuote.Report.Of(told, period),
                        FigureQuote.Report.Of(new Told(other, figure), period)
                    );
                }
            }
        }
    }
}
