using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>
/// A body stands far off among those of its kind. That is a place to look at and says nothing of who is right. By median and median deviation,
/// which the far ones themselves do not move; what is counted by how many times as much it is, since bodies differ in size.
/// </summary>
internal sealed class OutlierRule() : ConsistencyRule("between-outlier")
{
    // The usual bound of a median deviation (Iglewicz and Hoaglin, 1993).
    private const double UsualBound = 3.5;
    private const double Few = 10;
    private static readonly double Ten = Math.Log(10);

    /// <inheritdoc/>
    public override IEnumerable<ConsistencyFinding> Check(FigureScene scene)
    {
        var groups = scene.Peers.ToDictionary(group => (group.Kind, group.Cell));
        foreach (var (kept, cell, told) in scene.Told())
        {
            var node = kept.Figures.Node;
            if (
                node == FanOutNode.Root
                || !groups.TryGetValue((scene.Plan.Body(node.Body).Kind, cell), out var peers)
            )
            {
                continue;
            }
            var indicator = scene.Layout.IndicatorOf(cell);
            var place = PeerGroups.PlaceOf(indicator, told.Figure.Value!.Value);
            var chance = Chance(indicator, Math.Min(place, peers.Middle));
            if (
                Math.Abs(place - peers.Middle)
                > Bound(peers.Count) * Math.Sqrt((peers.Spread * peers.Spread) + chance)
            )
            {
                yield return Found(
                    scene,
                    node,
                    cell,
                    FigureQuote.Report.Of(told, scene.Layout.PeriodOf(cell)),
                    new FigureQuote.Peers(peers.Kind, peers.Count, peers.Median)
                );
            }
        }
    }

    // Of many, one always stands further off than of few; and of few, nobody knows well how far they usually do.
    private static double Bound(int peers) =>
        Math.Max(UsualBound, Math.Sqrt(2 * Math.Log(peers)) + 1) * (1 + (Few / peers));

    // The variance that a small count has by chance alone (Poisson), on the scale of places.
    private static double Chance(Indicator indicator, double place) =>
        indicator.Kind == IndicatorKind.Count
            ? 1 / (Ten * Ten * Math.Pow(10, Math.Max(place, 0)))
            : 0;
}
