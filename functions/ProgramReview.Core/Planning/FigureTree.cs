using System.Runtime.CompilerServices;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Planning;

/// <summary>
/// The tree that figures climb: the bodies that are asked for some and those above them, with nodes in between where a body has more than
/// <see cref="FanOutNode.MaxChildren"/> below it. The root stands for the programme as a whole.
/// </summary>
public sealed class FigureTree
{
    private static readonly ConditionalWeakTable<Plan, FigureTree> Known = [];

    private readonly Dictionary<FanOutNode, IReadOnlyList<FanOutNode>> children = [];
    private readonly Dictionary<FanOutNode, FanOutNode> parents = [];
    private readonly Dictionary<FanOutNode, IReadOnlyList<AssignmentId>> reports = [];
    private readonly Dictionary<AssignmentId, FanOutNode> places = [];
    private readonly List<FanOutNode> nodes = [];

    private FigureTree(PlanLookup plan)
    {
        foreach (
            var at in plan
                .Assignments.Where(id => IsAsked(plan, id))
                .GroupBy(id => Speaks(plan, id))
        )
        {
            // Where two reports tell the same, the consolidated one comes first, then the plan's order.
            reports[at.Key] = [.. at.OrderBy(id => id.ReportType != plan.Plan.ConsolidatedReport)];
            foreach (var assignment in at)
            {
                places[assignment] = at.Key;
            }
        }

        // Parents stand before children in a plan, so from its end on all below a body is known.
        var below = new Dictionary<string, List<FanOutNode>>(StringComparer.Ordinal);
        foreach (var body in plan.Plan.Bodies.Reverse())
        {
            var node = new FanOutNode(body.Code);
            if (reports.ContainsKey(node) || below.ContainsKey(body.Code))
            {
                var above = body.Parent ?? FanOutNode.Root.Body;
                if (!below.TryGetValue(above, out var siblings))
                {
                    below[above] = siblings = [];
                }
                siblings.Add(node);
            }
        }
        foreach (var (body, list) in below)
        {
            list.Reverse();
            Hang(body.Length == 0 ? FanOutNode.Root : new FanOutNode(body), list, 0, list.Count);
        }
        foreach (var node in Below(FanOutNode.Root))
        {
            nodes.Add(node);
        }
        nodes.Reverse();
    }

    /// <summary>All nodes, each behind those below it; the root is the last.</summary>
    public IReadOnlyList<FanOutNode> Nodes => nodes;

    /// <summary>The tree of a plan; made once for each.</summary>
    public static FigureTree Of(PlanLookup plan) =>
        Known.GetValue(plan.Plan, _ => new FigureTree(plan));

    /// <summary>The nodes directly below a node, in the plan's order.</summary>
    public IReadOnlyList<FanOutNode> Children(FanOutNode node) =>
        children.GetValueOrDefault(node) ?? [];

    /// <summary>The reports that speak for all that a node covers; where two tell the same, the first counts.</summary>
    public IReadOnlyList<AssignmentId> ReportsOf(FanOutNode node) =>
        reports.GetValueOrDefault(node) ?? [];

    /// <summary>The node that a report speaks for; null if it is asked for no figures.</summary>
    public FanOutNode? PlaceOf(AssignmentId assignment) => places.GetValueOrDefault(assignment);

    /// <summary>The node above another; null above the root.</summary>
    public FanOutNode? ParentOf(FanOutNode node) => parents.GetValueOrDefault(node);

    /// <summary>Whether the plan asks for any figures.</summary>
    public bool HasFigures => reports.Count > 0;

    /// <summary>A node with how far it stands below the root.</summary>
    public FigurePlace PlaceAt(FanOutNode node) => new(node, PathFrom(node).Count() - 1);

    /// <summary>A node and those above it up to the root.</summary>
    public IEnumerable<FanOutNode> PathFrom(FanOutNode node)
    {
        for (var one = node; one is not null; one = ParentOf(one))
        {
            yield return one;
        }
    }

    private static bool IsAsked(PlanLookup plan, AssignmentId assignment)
    {
        var (kind, type) = (
            plan.Body(assignment.Body).Kind,
            plan.ReportType(assignment.ReportType)
        );
        return plan.Plan.Indicators?.Any(indicator => indicator.IsAskedOf(kind, type)) ?? false;
    }

    private static FanOutNode Speaks(PlanLookup plan, AssignmentId assignment) =>
        plan.SpeaksForWhole(assignment.ReportType)
            ? FanOutNode.Root
            : new FanOutNode(assignment.Body);

    private void Hang(FanOutNode node, List<FanOutNode> all, int from, int to)
    {
        IReadOnlyList<FanOutNode> direct;
        if (to - from <= FanOutNode.MaxChildren)
        {
            direct = all.GetRange(from, to - from);
        }
        else
        {
            direct = [.. node.Split(from, to)];
            foreach (var chunk in direct)
            {
                Hang(chunk, all, chunk.Chunk!.From, chunk.Chunk.To);
            }
        }
        children[node] = direct;
        foreach (var child in direct)
        {
            parents[child] = node;
        }
    }

    // Each before those below it; without recursion, since plans may be deep.
    private IEnumerable<FanOutNode> Below(FanOutNode root)
    {
        var open = new Stack<FanOutNode>([root]);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in Children(node))
            {
                open.Push(child);
            }
        }
    }
}
