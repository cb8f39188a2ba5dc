using System.Text.Json;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Index;

namespace ProgramReview.Local.Simulation;

/// <content>What the read models say, on the way and in the end.</content>
internal sealed partial class CycleRun
{
    private readonly SortedSet<string> stale = new(StringComparer.Ordinal);
    private string lastLook = "";

    /// <summary>
    /// While nothing happens, and when somebody has looked: a node without a mark is the sum of what hangs below it. A later mark would mend it, so
    /// that the end of a run shows little of what readers saw on the way.
    /// </summary>
    private async Task LookAtSumsAsync()
    {
        var state = await index.GetStateAsync(SimulatedPlan.Cycle);
        if (!state.IsDrawn || state.Changed.Count > 0)
        {
            return;
        }
        var rows = await RowsAsync();
        var tree = FanOutTree.Of(Plan);
        var kept = new Dictionary<FanOutNode, KeptNode>();
        foreach (var node in tree.Nodes)
        {
            kept[node] = await index.FindNodeAsync(SimulatedPlan.Cycle, tree.ParentOf(node), node);
        }
        var look = string.Join(
            ' ',
            rows.Select(row => $"{row.Sequence}").Concat(kept.Values.Select(node => node.Version))
        );
        if (look == lastLook)
        {
            return;
        }
        lastLook = look;
        foreach (var (node, row) in kept)
        {
            if (row.Row is not null && !IsSame(row.Row, SumOf(node, rows)))
            {
                stale.Add($"the row of the node {node} was not the sum of what hung below it");
            }
        }
    }

    /// <summary>The read models as they lie there, and after looks over a connection without faults.</summary>
    private async Task<LeftIndex> IndexAsync()
    {
        await using var sound = Sound();
        // A look that finds no stamp, since all looks before it failed, draws all of it.
        await sound.Get<IndexReader>().RefreshAsync(Plan, CancellationToken.None);
        var left = await RowsAsync();
        var tree = FanOutTree.Of(Plan);
        foreach (var node in tree.Nodes)
        {
            var kept = await index.FindNodeAsync(SimulatedPlan.Cycle, tree.ParentOf(node), node);
            if (kept.Row is null ? left.Count > 0 : !IsSame(kept.Row, SumOf(node, left)))
            {
                stale.Add($"the row of the node {node} is not the sum of what hangs below it");
            }
        }
        await sound.Get<IndexRebuilder>().RebuildAsync(SimulatedPlan.Cycle, CancellationToken.None);
        return new LeftIndex(left, [.. stale], await RowsAsync());
    }

    private async Task<IReadOnlyList<AssignmentRow>> RowsAsync() =>
        await index.ListAsync(SimulatedPlan.Cycle).ToListAsync();

    private NodeRow SumOf(FanOutNode node, IReadOnlyList<AssignmentRow> rows)
    {
        var tree = FanOutTree.Of(Plan);
        var known = rows.ToDictionary(row => row.Assignment);
        return NodeRow.Sum([
            .. Plan
                .Assignments.Where(id => tree.PathTo(tree.PlaceOf(id)).Contains(node))
                .Select(id =>
                    known.TryGetValue(id, out var row)
                        ? NodeRow.Of(row, Plan.Zone)
                        : NodeRow.Untouched(id.ReportType, 1)
                ),
        ]);
    }

    private static bool IsSame(NodeRow one, NodeRow other) =>
        JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}
