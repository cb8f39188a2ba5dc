using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>What one node is to the aggregate of the one above: a contributor, a way to others below it, both or nothing.</summary>
/// <param name="Contributor">The body, or null if it is not asked itself.</param>
/// <param name="GoesDown">Whether those below it are in the aggregate.</param>
/// <param name="StandsFor">For whom they stand in; null if for nobody.</param>
public readonly record struct ContributorStep(
    Contributor? Contributor,
    bool GoesDown,
    FanOutNode? StandsFor
)
{
    /// <summary>The step of a node.</summary>
    /// <param name="layout">The cells.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="child">The node.</param>
    /// <param name="standsFor">For whom those at its level stand in; null if for nobody.</param>
    public static ContributorStep Of(
        FigureLayout layout,
        int cell,
        FigureNode child,
        FanOutNode? standsFor
    )
    {
        if (Share.Of(layout, cell, child) is not { } share)
        {
            return default;
        }
        var goesDown = share.Below is not null;
        return child.Own(cell) is { } own
            ? new(
                new Contributor(
                    child.Node,
                    standsFor,
                    own,
                    share.Own is not null,
                    share.Weight,
                    goesDown
                ),
                goesDown,
                child.Node
            )
            : new(null, goesDown, standsFor);
    }
}
