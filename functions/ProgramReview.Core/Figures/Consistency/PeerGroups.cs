using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>Sums up what bodies of the same kind say, from what each brings into the one above: no whole record is needed.</summary>
public static class PeerGroups
{
    private const int FewestPeers = 8;

    // What makes a median deviation comparable with a standard deviation (Iglewicz and Hoaglin, 1993).
    private const double Scale = 0.6745;

    /// <summary>The groups of at least eight that do not all say the same; ranks have none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="shares">Those of all nodes, in any order; the whole and nodes in between count for nothing.</param>
    public static IReadOnlyList<PeerGroup> Of(PlanLookup plan, IEnumerable<FigureShares> shares)
    {
        var layout = FigureLayout.Of(plan);
        var groups = new Dictionary<(string Kind, int Cell), List<decimal>>();
        foreach (var one in shares.Where(one => one.Node.Chunk is null && one.Node.Body.Length > 0))
        {
            var kind = plan.Body(one.Node.Body).Kind;
            foreach (var (cell, share) in one.Cells.Index())
            {
                if (share?.Told is { } value && layout.IndicatorOf(cell).Kind != IndicatorKind.Rank)
                {
                    if (!groups.TryGetValue((kind, cell), out var values))
                    {
                        groups[(kind, cell)] = values = [];
                    }
                    values.Add(value);
                }
            }
        }
        return
        [
            .. groups
                .Where(group => group.Value.Count >= FewestPeers)
                .OrderBy(group => group.Key.Kind, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Cell)
                .Select(group => Of(layout, group.Key.Kind, group.Key.Cell, group.Value))
                .Where(group => group.Spread > 0),
        ];
    }

    /// <summary>Where a value stands among others of its indicator: bodies differ in size, so counts and amounts stand by how many times as much they are.</summary>
    internal static double PlaceOf(Indicator indicator, decimal told)
    {
        var value = (double)told;
        return indicator.Kind is IndicatorKind.Count or IndicatorKind.Amount
            ? Math.Sign(value) * Math.Log10(1 + Math.Abs(value))
            : value;
    }

    private static PeerGroup Of(FigureLayout layout, string kind, int cell, List<decimal> values)
    {
        var indicator = layout.IndicatorOf(cell);
        List<double> places = [.. values.Select(value => PlaceOf(indicator, value))];
        var middle = Middle.Of(places);
        var spread = Middle.Of([.. places.Select(place => Math.Abs(place - middle))]);
        return new(kind, cell, values.Count, middle, spread / Scale, Middle.Of(values));
    }
}
