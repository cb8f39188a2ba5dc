using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Figures;

/// <summary>A node's figures as a page shows them.</summary>
/// <param name="Layout">The cells.</param>
/// <param name="Figures">The record.</param>
/// <param name="Hash">Its hash, which leads to every cell that it was made from.</param>
public sealed record FigureView(FigureLayout Layout, FigureNode Figures, string Hash)
{
    /// <summary>The node.</summary>
    public FanOutNode Node => Figures.Node;

    /// <summary>What an audience that reads figures reads of them: what bodies wrote where a value is missing is an explanation.</summary>
    public FigureView For(Readers audience) =>
        PublicationPlan.ShowsExplanations(audience)
            ? this
            : this with
            {
                Figures = Figures.ForEverybody(),
            };

    /// <summary>An indicator's figures, by the periods of the plan; nothing for one that the plan has not.</summary>
    /// <param name="indicator">The indicator's code.</param>
    public IReadOnlyList<FigureLine> Lines(string indicator) =>
        [
            .. Layout
                .Periods.Select(period => Layout.Find(indicator, period.Code))
                .OfType<int>()
                .Select(cell => FigureLine.Of(Layout, Figures, cell)),
        ];
}
