using System.Runtime.CompilerServices;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Index;

/// <summary>What pages, gates and gauges ask of many assignments at once, without reading a stream.</summary>
public sealed class IndexReader(IAssignmentIndex index, NodeWriter nodes, IndexRebuilder rebuilder)
{
    /// <summary>Sees to it that what was written before the call is in the nodes' rows.</summary>
    public async Task RefreshAsync(PlanLookup plan, CancellationToken cancellation)
    {
        var state = await index.GetStateAsync(plan.Plan.Cycle, cancellation);
        if (!state.IsDrawn)
        {
            await rebuilder.RebuildAsync(plan.Plan.Cycle, cancellation);
        }
        else
        {
            await nodes.WriteChangedAsync(plan, state, cancellation);
        }
    }

    /// <summary>What a node adds up to.</summary>
    public async Task<NodeRow> NodeAsync(
        PlanLookup plan,
        FanOutNode node,
        CancellationToken cancellation
    )
    {
        var tree = FanOutTree.Of(plan);
        return (
                await index.FindNodeAsync(plan.Plan.Cycle, tree.ParentOf(node), node, cancellation)
            ).Row
            ?? NodeWriter.Untouched(tree, node);
    }

    /// <summary>What each of the nodes below another adds up to, in the plan's order.</summary>
    public async Task<IReadOnlyList<(FanOutNode Node, NodeRow Row)>> NodesAsync(
        PlanLookup plan,
        FanOutNode parent,
        CancellationToken cancellation
    )
    {
        var tree = FanOutTree.Of(plan);
        var below = tree.Children(parent).OfType<FanOutItem.Branch>().ToList();
        if (below.Count == 0)
        {
            return [];
        }
        var rows = await index.ListNodesAsync(plan.Plan.Cycle, parent, cancellation);
        return
        [
            .. below.Select(branch =>
                (
                    branch.Node,
                    rows.GetValueOrDefault(branch.Node) ?? NodeWriter.Untouched(tree, branch.Node)
                )
            ),
        ];
    }

    /// <summary>The row of an assignment, also of one that nothing is on record about.</summary>
    public async Task<AssignmentRow> RowAsync(
        PlanLookup plan,
        AssignmentId assignment,
        CancellationToken cancellation
    ) =>
        await index.FindAsync(assignment, FanOutTree.Of(plan).PlaceOf(assignment), cancellation)
        ?? Untouched(assignment);

    /// <summary>The rows of the assignments that hang at a node, in the plan's order; at most 100.</summary>
    public async Task<IReadOnlyList<AssignmentRow>> RowsAsync(
        PlanLookup plan,
        FanOutNode node,
        CancellationToken cancellation
    )
    {
        var own = FanOutTree
            .Of(plan)
            .Children(node)
            .OfType<FanOutItem.Report>()
            .Select(report => report.Assignment)
            .ToList();
        if (own.Count == 0)
        {
            return [];
        }
        var rows = await index
            .ListAsync(plan.Plan.Cycle, node, cancellation)
            .ToDictionaryAsync(row => row.Assignment, cancellationToken: cancellation);
        return [.. own.Select(id => rows.GetValueOrDefault(id) ?? Untouched(id))];
    }

    /// <summary>The rows of some assignments, in their order; one query for each node at which one of them hangs, and no more of them than are taken.</summary>
    public async IAsyncEnumerable<AssignmentRow> RowsAsync(
        PlanLookup plan,
        IEnumerable<AssignmentId> assignments,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var tree = FanOutTree.Of(plan);
        var nodes = new Dictionary<FanOutNode, Dictionary<AssignmentId, AssignmentRow>>();
        foreach (var assignment in assignments)
        {
            var node = tree.PlaceOf(assignment);
            if (!nodes.TryGetValue(node, out var rows))
            {
                rows = (await RowsAsync(plan, node, cancellation)).ToDictionary(row =>
                    row.Assignment
                );
                nodes.Add(node, rows);
            }
            yield return rows[assignment];
        }
    }

    /// <summary>The rows of all assignments at a node and below it, node by node.</summary>
    public async IAsyncEnumerable<AssignmentRow> AllAsync(
        PlanLookup plan,
        FanOutNode node,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var row in await RowsAsync(plan, node, cancellation))
        {
            yield return row;
        }
        foreach (var branch in FanOutTree.Of(plan).Children(node).OfType<FanOutItem.Branch>())
        {
            await foreach (var row in AllAsync(plan, branch.Node, cancellation))
            {
                yield return row;
            }
        }
    }

    /// <summary>The rows that stand in a way.</summary>
    public IAsyncEnumerable<AssignmentRow> WhereAsync(
        PlanLookup plan,
        Func<Standing, bool> stands,
        CancellationToken cancellation
    ) =>
        WhereAsync(
            plan,
            FanOutNode.Root,
            node => node.Standings.Where(one => stands(one.Standing)).Sum(one => one.Count),
            row => stands(row.Standing),
            skip: 0,
            cancellation
        );

    /// <summary>Rows at a node and below it, found along the counts: a part of the tree that has none, or only such as are left out, is not looked at.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="node">The node.</param>
    /// <param name="count">How many a node has.</param>
    /// <param name="fits">Which rows.</param>
    /// <param name="skip">How many are left out first.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async IAsyncEnumerable<AssignmentRow> WhereAsync(
        PlanLookup plan,
        FanOutNode node,
        Func<NodeRow, int> count,
        Func<AssignmentRow, bool> fits,
        int skip,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var row in (await RowsAsync(plan, node, cancellation)).Where(fits))
        {
            if (skip-- <= 0)
            {
                yield return row;
            }
        }
        foreach (var (below, sum) in await NodesAsync(plan, node, cancellation))
        {
            var all = count(sum);
            if (all > Math.Max(skip, 0))
            {
                var rest = WhereAsync(plan, below, count, fits, Math.Max(skip, 0), cancellation);
                await foreach (var row in rest)
                {
                    yield return row;
                }
            }
            skip -= all;
        }
    }

    /// <summary>Rows for a step of an order: those that fit at the next node that has any, looked for at a hundred nodes at most.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="place">The place of the first node among those of the tree.</param>
    /// <param name="fits">Which rows.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The rows, at most 100, and the place to go on from; null at the end of the tree.</returns>
    public async Task<(IReadOnlyList<AssignmentRow> Rows, int? Next)> NextAsync(
        PlanLookup plan,
        int place,
        Func<AssignmentRow, bool> fits,
        CancellationToken cancellation
    )
    {
        foreach (var node in FanOutTree.Of(plan).Nodes.Skip(place).Take(FanOutTree.MaxChildren))
        {
            place++;
            var rows = (await RowsAsync(plan, node, cancellation)).Where(fits).ToList();
            if (rows.Count > 0)
            {
                return (rows, place);
            }
        }
        return ([], place < FanOutTree.Of(plan).Nodes.Count() ? place : null);
    }

    private static AssignmentRow Untouched(AssignmentId assignment) =>
        AssignmentRow.Of(assignment, new EventStream(assignment.Stream, []));
}
