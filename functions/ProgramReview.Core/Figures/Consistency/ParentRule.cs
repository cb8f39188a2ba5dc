namespace ProgramReview.Core.Figures.Consistency;

/// <summary>A body says something else than those below it make, beyond rounding.</summary>
internal sealed class ParentRule() : ConsistencyRule("between-parent")
{
    /// <inheritdoc/>
    public override IEnumerable<ConsistencyFinding> Check(FigureScene scene) =>
        scene
            .Told()
            .Where(one => one.Kept.Figures.Below.Count > 0)
            .Select(one => (one.Kept, one.Cell, one.Told, Below: one.Kept.Figures.Below[one.Cell]))
            .Where(one =>
                one.Below is not null
                && Comparison.Of(
                    scene.Layout.IndicatorOf(one.Cell),
                    one.Told.Figure.Value!.Value,
                    one.Below
                ) == Agreement.Differs
            )
            .Select(one =>
                Found(
                    scene,
                    one.Kept.Figures.Node,
                    one.Cell,
                    FigureQuote.Report.Of(one.Told, scene.Layout.PeriodOf(one.Cell)),
                    new FigureQuote.Below(
                        one.Kept.Figures.Node,
                        one.Kept.Hash,
                        scene.Layout.PeriodOf(one.Cell).Code,
                        one.Below!.Value!.Value,
                        one.Below.Error!.Value,
                        one.Below.Counts
                    )
                )
            );
}
