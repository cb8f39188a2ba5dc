using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>
/// A body stands far off among those of its kind. That is a place to look at and says nothing of who is right. By median and median deviation,
/// which the far ones themselves do not move; what is counted by how many times as much it is, since bodies differ in size.
/// </summary>
internal sealed class OutlierRule() : ConsistencyRule("between-outlier")
{
    private const int FewestPeers = 8;

    // What makes a median deviation comparable with a standard deviation, and the usual bound of it (Iglewicz and Hoaglin, 1993).
    private const double Scale = 0.6745;
    private const double UsualBound = 3.5;
    private const double Few = 10;
    private static readonly double Ten = Math.Log(10);

    /// <inheritdoc/>
    public override IEnumerable<ConsistencyFinding> Check(FigureScene scene) =>
        scene
            .Told()
            .Where(one =>
                one.Kept.Figures.Node != FanOutNode.Root
                && scene.Layout.IndicatorOf(one.Cell).Kind != IndicatorKind.Rank
            )
            .GroupBy(one => (scene.Plan.Body(one.Kept.Figures.Node.Body).Kind, one.Cell))
            .Where(group => group.Count() >= FewestPeers)
            .SelectMany(group => Check(scene, group.Key.Kind, group.Key.Cell, [.. group]));

    private IEnumerable<ConsistencyFinding> Check(
        FigureScene scene,
        string kind,
        int cell,
        IReadOnlyList<(KeptFigures Kept, int Cell, Told Told)> peers
    )
    {
        var indicator = scene.Layout.IndicatorOf(cell);
        List<double> places = [.. peers.Select(one => Place(indicator, one.Told))];
        var middle = Middle.Of(places);
        var spread = Middle.Of([.. places.Select(place => Math.Abs(place - middle))]) / Scale;
        if (spread == 0)
        {
            yield break;
        }

        var bound = Bound(peers.Count);
        var median = Middle.Of([.. peers.Select(one => one.Told.Figure.Value!.Value)]);
        foreach (var (one, place) in peers.Zip(places))
        {
            var chance = Chance(indicator, Math.Min(place, middle));
            if (Math.Abs(place - middle) > bound * Math.Sqrt((spread * spread) + chance))
            {
                yield return Found(
                    scene,
                    one.Kept.Figures.Node,
                    cell,
                    FigureQuote.Report.Of(one.Told, scene.Layout.PeriodOf(cell)),
                    new FigureQuote.Peers(kind, peers.Count, median)
                );
            }
        }
    }

    // Of many, one always stands further off than of few; and of few, nobody knows well how far they usually do.
    private static double Bound(int peers) =>
        Math.Max(UsualBound, Math.Sqrt(2 * Math.Log(peers)) + 1) * (1 + (Few / peers));

    private static double Place(Indicator indicator, Told told)
    {
        var value = (double)told.Figure.Value!.Value;
        return indicator.Kind is IndicatorKind.Count or IndicatorKind.Amount
            ? Math.Sign(value) * Math.Log10(1 + Math.Abs(value))
            : value;
    }

    // The variance that a small count has by chance alone (Poisson), on the scale of places.
    private static double Chance(Indicator indicator, double place) =>
        indicator.Kind == IndicatorKind.Count
            ? 1 / (Ten * Ten * Math.Pow(10, Math.Max(place, 0)))
            : 0;
}
