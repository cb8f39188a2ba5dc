using System.Text.Json;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Figures;

/// <summary>
/// What the checks between reports find about a node. It follows from the node's record, and for peers from what bodies of its kind say in short,
/// which is summed up once for each time that the authors are told.
/// </summary>
public sealed class FigureFindings(
    IFigureStore store,
    FigureRecords records,
    IDocumentStore documents
)
{
    /// <summary>What is found about a node, the heaviest first; of peers what was known when the authors were told last.</summary>
    public async Task<IReadOnlyList<ConsistencyFinding>> OfAsync(
        PlanLookup plan,
        FigureView view,
        CancellationToken cancellation
    ) =>
        Of(
            plan,
            view.Figures,
            await store.FindToldAsync(plan.Plan.Cycle, cancellation) is { } told
                ? await PeersAsync(plan.Plan.Cycle, told.Root, cancellation)
                : []
        );

    /// <summary>The same for whoever knows the peers.</summary>
    public static IReadOnlyList<ConsistencyFinding> Of(
        PlanLookup plan,
        FigureNode node,
        IReadOnlyList<PeerGroup> peers
    ) =>
        ConsistencyChecks.Run(
            new FigureScene(plan, [KeptFigures.Of(FigureLayout.Of(plan), node)]) { Peers = peers }
        );

    /// <summary>What bodies of the same kind said when the figures had this hash; none if that was not summed up.</summary>
    public async Task<IReadOnlyList<PeerGroup>> PeersAsync(
        CycleId cycle,
        string root,
        CancellationToken cancellation
    ) =>
        await documents.FindAsync(NameOf(cycle, root), cancellation) is { } kept
            ? JsonSerializer.Deserialize<List<PeerGroup>>(kept.Content.Span)!
            : [];

    /// <summary>Sums up what bodies of the same kind say, from the rows of all nodes: one query for each node that has others below it.</summary>
    public async Task SumUpPeersAsync(PlanLookup plan, string root, CancellationToken cancellation)
    {
        var (cycle, layout) = (plan.Plan.Cycle, FigureLayout.Of(plan));
        if (await documents.FindAsync(NameOf(cycle, root), cancellation) is not null)
        {
            return;
        }
        var shares = new List<FigureShares>();
        foreach (var parent in FigureTree.Of(plan).Nodes)
        {
            if (FigureTree.Of(plan).Children(parent).Count == 0)
            {
                continue;
            }
            foreach (var (_, row) in await store.ListAsync(cycle, parent, cancellation))
            {
                shares.Add(
                    row.Shares
                        ?? FigureShares.Of(
                            layout,
                            await records.GetAsync(cycle, row.Hash, cancellation),
                            row.Hash
                        )
                );
            }
        }
        await documents.TryCreateAsync(
            NameOf(cycle, root),
            "application/json",
            JsonSerializer.SerializeToUtf8Bytes(PeerGroups.Of(plan, shares)),
            cancellation
        );
    }

    private static string NameOf(CycleId cycle, string root) =>
        $"figures/{cycle}/peers-{root}.json";
}
