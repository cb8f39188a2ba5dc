using System.Runtime.CompilerServices;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Planning;

/// <summary>
/// The tree along which a cycle fans out and adds up, following the hierarchy of bodies, so that no history, row or page grows with the size
/// of the plan. Every assignment hangs in it exactly once, and no node is empty unless the plan asks for nothing.
/// </summary>
public sealed class FanOutTree
{
    /// <summary>The most children a node has.</summary>
    public const int MaxChildren = FanOutNode.MaxChildren;

    private static readonly ConditionalWeakTable<Plan, FanOutTree> Known = [];

    private readonly Dictionary<string, IReadOnlyList<FanOutItem>> items = [];
    private readonly Dictionary<FanOutNode, FanOutNode> parents = [];
    private readonly Dictionary<AssignmentId, FanOutNode> places = [];
    private readonly Dictionary<FanOutNode, Dictionary<string, int>> counts = [];

    private FanOutTree(PlanLookup plan)
    {
        var assignments = plan.Assignments.ToLookup(
            assignment => assignment.Body,
            StringComparer.Ordinal
        );
        var branching = Branching(plan.Plan.Bodies, assignments);
        var below = plan.Plan.Bodies.ToLookup(body => body.Parent ?? "", StringComparer.Ordinal);
        foreach (var body in plan.Plan.Bodies.Select(body => body.Code).Prepend(""))
        {
            items[body] =
            [
                .. assignments[body]
                    .Select(FanOutItem (assignment) => new FanOutItem.Report(assignment)),
                .. below[body]
                    .SelectMany(child =>
                        branching.Contains(child.Code)
                            ? [new FanOutItem.Branch(new FanOutNode(child.Code))]
                            : assignments[child.Code]
                                .Select(
                                    FanOutItem (assignment) => new FanOutItem.Report(assignment)
                                )
                    ),
            ];
        }
        Place(FanOutNode.Root);
    }

    /// <summary>All nodes, each before those below it.</summary>
    public IEnumerable<FanOutNode> Nodes => counts.Keys.OrderBy(node => PathTo(node).Count);

    /// <summary>The tree of a plan; made once for each.</summary>
    public static FanOutTree Of(PlanLookup plan) =>
        Known.GetValue(plan.Plan, _ => new FanOutTree(plan));

    /// <summary>The children of a node: the body's own reports, then those of the bodies below it.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such body.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The node's chunk reaches beyond its items.</exception>
    public IReadOnlyList<FanOutItem> Children(FanOutNode node)
    {
        var all = items[node.Body];
        var (from, to) = node.Chunk is { } chunk ? (chunk.From, chunk.To) : (0, all.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, all.Count, nameof(node));
        if (to - from <= MaxChildren)
        {
            return [.. all.Skip(from).Take(to - from)];
        }

        return [.. node.Split(from, to).Select(FanOutItem (chunk) => new FanOutItem.Branch(chunk))];
    }

    /// <summary>Whether the tree has a node.</summary>
    public bool Has(FanOutNode node) => counts.ContainsKey(node);

    /// <summary>The node that an assignment hangs at.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such assignment.</exception>
    public FanOutNode PlaceOf(AssignmentId assignment) => places[assignment];

    /// <summary>The node above another; null above the root.</summary>
    public FanOutNode? ParentOf(FanOutNode node) => parents.GetValueOrDefault(node);

    /// <summary>The nodes from the root to a node, both included.</summary>
    public IReadOnlyList<FanOutNode> PathTo(FanOutNode node)
    {
        var path = new List<FanOutNode>();
        for (var one = node; one is not null; one = ParentOf(one))
        {
            path.Insert(0, one);
        }
        return path;
    }

    /// <summary>How many assignments of each report type hang at a node and below it.</summary>
    public IReadOnlyDictionary<string, int> CountsOf(FanOutNode node) => counts[node];

    private Dictionary<string, int> Place(FanOutNode node)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        counts[node] = count;
        foreach (var item in Children(node))
        {
            if (item is FanOutItem.Report { Assignment: var assignment })
            {
                places[assignment] = node;
                Add(assignment.ReportType, 1);
            }
            else if (item is FanOutItem.Branch { Node: var child })
            {
                parents[child] = node;
                foreach (var (type, more) in Place(child))
                {
                    Add(type, more);
                }
            }
        }
        return count;

        void Add(string type, int more) => count[type] = count.GetValueOrDefault(type) + more;
    }

    /// <summary>The bodies below which somebody owes a report.</summary>
    private static HashSet<string> Branching(
        IReadOnlyList<Body> bodies,
        ILookup<string, AssignmentId> assignments
    )
    {
        var branching = new HashSet<string>(StringComparer.Ordinal);
        // Parents stand before children, so the last body is a leaf.
        foreach (var body in bodies.Reverse())
        {
            if (
                body.Parent is { } parent
                && (branching.Contains(body.Code) || assignments.Contains(body.Code))
            )
            {
                branching.Add(parent);
            }
        }

        return branching;
    }
}
