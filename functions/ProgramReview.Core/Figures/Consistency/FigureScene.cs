using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>Figures as the checks between reports look at them: but for peers, each finding is about one node and follows from its record.</summary>
/// <param name="Plan">The plan in force.</param>
/// <param name="Kept">The nodes: all, or some.</param>
public sealed record FigureScene(PlanLookup Plan, IReadOnlyList<KeptFigures> Kept)
{
    private readonly Lazy<IReadOnlyList<PeerGroup>> ownPeers = new(() =>
        PeerGroups.Of(Plan, Kept.Select(kept => kept.Shares))
    );

    /// <summary>What bodies of the same kind say; of the nodes that are looked at unless those of all are given.</summary>
    public IReadOnlyList<PeerGroup> Peers
    {
        get => field ?? ownPeers.Value;
        init;
    }

    /// <summary>The cells.</summary>
    public FigureLayout Layout { get; } = FigureLayout.Of(Plan);

    /// <summary>The nodes that people know: bodies, and the whole.</summary>
    public IEnumerable<KeptFigures> Known => Kept.Where(kept => kept.Figures.Node.Chunk is null);

    /// <summary>Every node and cell for which its own reports tell a value.</summary>
    public IEnumerable<(KeptFigures Kept, int Cell, Told Told)> Told() =>
        Known.SelectMany(kept =>
            Enumerable
                .Range(0, Layout.Count)
                .Select(cell => (kept, cell, Own: kept.Figures.Own(cell)))
                .Where(one => one.Own is { State: FigureState.Given })
                .Select(one => (one.kept, one.cell, one.Own!.Value))
        );

    /// <summary>For every node and indicator what its own reports tell, by period; null where they tell nothing.</summary>
    public IEnumerable<(KeptFigures Kept, int Indicator, Told?[] Series)> Series(
        Func<Indicator, bool> where
    )
    {
        int[] wanted =
        [
            .. Layout.Indicators.Index().Where(one => where(one.Item)).Select(one => one.Index),
        ];
        return Known
            .Where(kept => kept.Figures.Reports.Count > 0)
            .SelectMany(kept =>
                wanted.Select(indicator =>
                    (
                        kept,
                        indicator,
                        Layout
                            .Periods.Select(
                                (_, period) =>
                                    kept.Figures.Own(Layout.Cell(indicator, period))
                                        is { State: FigureState.Given } told
                                        ? told
                                        : (Told?)null
                            )
                            .ToArray()
                    )
                )
            );
    }
}
