using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Figures;

/// <summary>Rows of tables of figures.</summary>
internal static class FigureRows
{
    /// <summary>A row for each indicator that is asked at a node, with its unit and its target.</summary>
    /// <param name="context">The reader, with the plan.</param>
    /// <param name="view">The node's figures.</param>
    /// <param name="path">Where an indicator is looked at more closely, or null.</param>
    public static IEnumerable<FigureTableRow> OfIndicators(
        PageContext context,
        FigureView view,
        Func<Indicator, string?> path
    ) =>
        view
            .Layout.Indicators.Select(indicator => new FigureTableRow(
                indicator.Name.In(context.Language),
                path(indicator),
                view.Lines(indicator.Code)
            )
            {
                About = About(context, view, indicator),
            })
            .Where(row => row.IsAsked);

    // What was set is of the programme as a whole.
    private static string About(PageContext context, FigureView view, Indicator indicator)
    {
        var unit = indicator.Unit.In(context.Language);
        return view.Node == FanOutNode.Root && indicator.Target is { } target
            ? $"{unit}; {Text.Get(context.Language, "figures.target", FigureWords.Value(context.Language, target, indicator.Decimals))}"
            : unit;
    }
}
