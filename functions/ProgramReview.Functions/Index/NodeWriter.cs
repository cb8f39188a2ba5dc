using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Index;

/// <summary>
/// The one writer of nodes' rows. Writers of assignments only mark their node; whoever wants to read adds up the marked nodes and those above
/// them, so that a thousand uploads between two looks cost the root one write.
/// </summary>
public sealed class NodeWriter(IAssignmentIndex index)
{
    private const int AtOnce = 8;

    /// <summary>Sees to the nodes that changed before the call.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="state">What was found a moment ago.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task WriteChangedAsync(
        PlanLookup plan,
        IndexState state,
        CancellationToken cancellation
    )
    {
        var cycle = plan.Plan.Cycle;
        for (; state.Changed.Count > 0; state = await index.GetStateAsync(cycle, cancellation))
        {
            // Whoever was first may have seen to the same marks: they are looked at again. The marks go when all above them is written.
            if (
                await TryWriteAsync(
                    plan,
                    state.Changed.Select(changed => changed.Node),
                    cancellation
                )
            )
            {
                await index.ClearAsync(cycle, state.Changed, cancellation);
                return;
            }
        }
    }

    /// <summary>Adds up every node anew.</summary>
    public async Task WriteAllAsync(PlanLookup plan, CancellationToken cancellation)
    {
        var tree = FanOutTree.Of(plan);
        foreach (var some in FromBelow(tree, tree.Nodes))
        {
            await Task.WhenAll(some.Select(WriteAsync));
        }

        async Task WriteAsync(FanOutNode node)
        {
            while (!await TryWriteAsync(plan, tree, node, cancellation)) { }
        }
    }

    /// <summary>The row of a node that nothing is on record about.</summary>
    internal static NodeRow Untouched(FanOutTree tree, FanOutNode node) =>
        NodeRow.Sum([
            .. tree.CountsOf(node).Select(type => NodeRow.Untouched(type.Key, type.Value)),
        ]);

    private async Task<bool> TryWriteAsync(
        PlanLookup plan,
        IEnumerable<FanOutNode> nodes,
        CancellationToken cancellation
    )
    {
        var tree = FanOutTree.Of(plan);
        foreach (var some in FromBelow(tree, nodes))
        {
            var written = await Task.WhenAll(
                some.Select(node => TryWriteAsync(plan, tree, node, cancellation))
            );
            if (written.Contains(false))
            {
                return false;
            }
        }
        return true;
    }

    // The nodes and all above them, so that each sum is made of new ones; a few at a time.
    private static IEnumerable<FanOutNode[]> FromBelow(
        FanOutTree tree,
        IEnumerable<FanOutNode> nodes
    ) =>
        nodes
            .Where(tree.Has)
            .SelectMany(tree.PathTo)
            .Distinct()
            .GroupBy(node => tree.PathTo(node).Count)
            .OrderByDescending(level => level.Key)
            .SelectMany(level => level.Chunk(AtOnce));

    // The version is found before the children are read: of two who add up at the same time, the one who read first cannot write last. It is
    // written even if it is equal, to say so to whoever read before.
    private async Task<bool> TryWriteAsync(
        PlanLookup plan,
        FanOutTree tree,
        FanOutNode node,
        CancellationToken cancellation
    )
    {
        var (cycle, parent) = (plan.Plan.Cycle, tree.ParentOf(node));
        var kept = await index.FindNodeAsync(cycle, parent, node, cancellation);
        var children = tree.Children(node);
        var rows = children.Any(child => child is FanOutItem.Report)
            ? await index
                .ListAsync(cycle, node, cancellation)
                .ToDictionaryAsync(row => row.Assignment, cancellationToken: cancellation)
            : new Dictionary<AssignmentId, AssignmentRow>();
        var nodes = children.Any(child => child is FanOutItem.Branch)
            ? await index.ListNodesAsync(cycle, node, cancellation)
            : new Dictionary<FanOutNode, NodeRow>();
        var sum = NodeRow.Sum([
            .. children.Select(child =>
                child switch
                {
                    FanOutItem.Report { Assignment: var id } => rows.TryGetValue(id, out var row)
                        ? NodeRow.Of(row, plan.Zone)
                        : NodeRow.Untouched(id.ReportType, 1),
                    FanOutItem.Branch { Node: var below } => nodes.GetValueOrDefault(below)
                        ?? Untouched(tree, below),
                    _ => throw new InvalidOperationException($"{child} is no child of a node."),
                }
            ),
        ]);
        return await index.TryPutNodeAsync(cycle, parent, node, sum, kept.Version, cancellation);
    }
}
