using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>One cell of a node as pages show it: a body's own word and what those below it make, side by side.</summary>
/// <param name="Indicator">What is counted.</param>
/// <param name="Period">For which time.</param>
/// <param name="Own">What its own reports say; null if none is asked.</param>
/// <param name="Below">What those below make; null if none of them is asked.</param>
/// <param name="Agreement">Whether both can be true; open where one of them tells no value.</param>
public sealed record FigureLine(
    Indicator Indicator,
    Period Period,
    Told? Own,
    Aggregate? Below,
    Agreement Agreement
)
{
    /// <summary>The line of a cell.</summary>
    public static FigureLine Of(FigureLayout layout, FigureNode node, int cell)
    {
        var (own, below) = (node.Own(cell), node.BelowAt(cell));
        return new(
            layout.IndicatorOf(cell),
            layout.PeriodOf(cell),
            own,
            below,
            own?.State == FigureState.Given && below is not null
                ? Comparison.Of(layout.IndicatorOf(cell), own.Value.Figure.Value!.Value, below)
                : Agreement.Open
        );
    }
}
