using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>One cell in which two records of a node differ: a body's own word, or what those below it make.</summary>
/// <param name="Node">The node.</param>
/// <param name="Cell">The cell of the layout.</param>
/// <param name="Before">How it stood.</param>
/// <param name="Now">How it stands.</param>
public sealed record FigureDifference(FanOutNode Node, int Cell, FigureLine Before, FigureLine Now)
{
    /// <summary>The cells in which the own words of a node differ, in the plan's order.</summary>
    /// <param name="layout">The cells.</param>
    /// <param name="before">The former record.</param>
    /// <param name="now">The newer one, of the same node.</param>
    public static IEnumerable<FigureDifference> OwnIn(
        FigureLayout layout,
        FigureNode before,
        FigureNode now
    ) => Between(layout, before, now, (then, today) => Word(then.Own) != Word(today.Own));

    /// <summary>The cells in which what those below a node make differs.</summary>
    /// <param name="layout">The cells.</param>
    /// <param name="before">The former record.</param>
    /// <param name="now">The newer one, of the same node.</param>
    public static IEnumerable<FigureDifference> BelowIn(
        FigureLayout layout,
        FigureNode before,
        FigureNode now
    ) =>
        Between(
            layout,
            before,
            now,
            (then, today) =>
                !Equals(then.Below?.Value, today.Below?.Value)
                || then.Below?.Counts != today.Below?.Counts
        );

    private static IEnumerable<FigureDifference> Between(
        FigureLayout layout,
        FigureNode before,
        FigureNode now,
        Func<FigureLine, FigureLine, bool> differ
    ) =>
        from cell in Enumerable.Range(0, layout.Count)
        let then = FigureLine.Of(layout, before, cell)
        let today = FigureLine.Of(layout, now, cell)
        where differ(then, today)
        select new FigureDifference(now.Node, cell, then, today);

    private static (FigureState, decimal?, bool)? Word(Told? told) =>
        told is { } one ? (one.State, one.Figure.Value, one.Figure.IsPreliminary) : null;
}
