using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>Finds who is behind an aggregate. It reads only the records on the way to them, and as many as the caller takes.</summary>
public static class Contributors
{
    /// <summary>Every body that the aggregate of a cell counts, in the plan's order, and behind each those who stand in for it.</summary>
    /// <param name="layout">The cells.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="node">Whose aggregate.</param>
    /// <param name="find">The record of a child.</param>
    public static IEnumerable<Contributor> Of(
        FigureLayout layout,
        int cell,
        FigureNode node,
        Func<FigureChild, FigureNode> find
    ) => Of(layout, cell, node, find, null);

    private static IEnumerable<Contributor> Of(
        FigureLayout layout,
        int cell,
        FigureNode node,
        Func<FigureChild, FigureNode> find,
        FanOutNode? standsFor
    )
    {
        foreach (var child in node.Children.Select(find))
        {
            var step = ContributorStep.Of(layout, cell, child, standsFor);
            if (step.Contributor is { } contributor)
            {
                yield return contributor;
            }
            if (step.GoesDown)
            {
                foreach (var below in Of(layout, cell, child, find, step.StandsFor))
                {
                    yield return below;
                }
            }
        }
    }
}
