using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>
/// Folds figures up the tree of bodies. A node's figures follow from its own reports and the nodes directly below it alone, so the whole, and
/// the way of one changed report to the root, are the same step repeated.
/// </summary>
public static class FigureFold
{
    /// <summary>The figures of one node.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="node">The node.</param>
    /// <param name="reports">The figures of an assignment.</param>
    /// <param name="children">What the nodes directly below bring, in any order.</param>
    /// <exception cref="ArgumentException">One of them was made by another layout.</exception>
    public static KeptFigures Of(
        PlanLookup plan,
        FanOutNode node,
        Func<AssignmentId, ReportFigures> reports,
        IEnumerable<FigureShares> children
    )
    {
        var (layout, tree) = (FigureLayout.Of(plan), FigureTree.Of(plan));
        var known = children.ToDictionary(child => child.Node);
        IReadOnlyList<FigureShares> below = [.. tree.Children(node).Select(child => known[child])];
        if (below.Any(child => child.Layout != layout.Hash))
        {
            throw new ArgumentException(
                "A node below was made by another layout; it is to be made anew first.",
                nameof(children)
            );
        }
        return KeptFigures.Of(
            layout,
            new FigureNode
            {
                Node = node,
                Layout = layout.Hash,
                Reports = [.. tree.ReportsOf(node).Select(id => OwnReport.Of(layout, reports(id)))],
                Below =
                    below.Count == 0
                        ? []
                        :
                        [
                            .. Enumerable
                                .Range(0, layout.Count)
                                .Select(cell => Aggregation.Of(layout, cell, below)),
                        ],
                Children = [.. below.Select(child => new FigureChild(child.Node, child.Hash))],
            }
        );
    }

    /// <summary>The figures of every node, each behind those it was made from. Only what the next steps need is held meanwhile.</summary>
    public static IEnumerable<KeptFigures> All(
        PlanLookup plan,
        Func<AssignmentId, ReportFigures> reports
    )
    {
        var tree = FigureTree.Of(plan);
        var waiting = new Dictionary<FanOutNode, FigureShares>();
        foreach (var node in tree.Nodes)
        {
            var children = tree.Children(node);
            var kept = Of(plan, node, reports, children.Select(child => waiting[child]));
            foreach (var child in children)
            {
                waiting.Remove(child);
            }
            waiting[node] = kept.Shares;
            yield return kept;
        }
    }

    /// <summary>The nodes whose figures change with some reports, each behind those below it.</summary>
    public static IReadOnlyList<FanOutNode> Changed(
        PlanLookup plan,
        IEnumerable<AssignmentId> assignments
    )
    {
        var tree = FigureTree.Of(plan);
        return
        [
            .. assignments
                .Select(tree.PlaceOf)
                .OfType<FanOutNode>()
                .SelectMany(tree.PathFrom)
                .Distinct()
                .OrderByDescending(node => tree.PathFrom(node).Count()),
        ];
    }
}
