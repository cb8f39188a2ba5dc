using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Requesting;

/// <summary>
/// The tree along which a cycle fans out, following the hierarchy of bodies, so that no history grows with the size of the plan.
/// Every assignment hangs in it exactly once, and no node is empty unless the plan asks for nothing.
/// </summary>
public static class FanOutTree
{
    /// <summary>The most children a node has.</summary>
    public const int MaxChildren = 100;

    /// <summary>The children of a node: the body's own reports, then those of the bodies below it.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such body.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The node's chunk reaches beyond its items.</exception>
    public static IReadOnlyList<FanOutItem> Children(PlanLookup plan, FanOutNode node)
    {
        var items = Items(plan, node.Body.Length == 0 ? "" : plan.Body(node.Body).Code);
        var (from, to) = node.Chunk is { } chunk ? (chunk.From, chunk.To) : (0, items.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, items.Count, nameof(node));
        if (to - from <= MaxChildren)
        {
            return [.. items[from..to]];
        }

        var size = MaxChildren;
        while ((long)size * MaxChildren < to - from)
        {
            size *= MaxChildren;
        }

        return
        [
            .. Enumerable
                .Range(0, (to - from + size - 1) / size)
                .Select(i => from + (i * size))
                .Select(start => new FanOutItem.Branch(
                    new FanOutNode(node.Body, new FanOutChunk(start, Math.Min(start + size, to)))
                )),
        ];
    }

    /// <summary>The node that an item hangs in, or null if the plan has no such item; the root hangs in none.</summary>
    public static FanOutNode? ParentOf(PlanLookup plan, FanOutItem item)
    {
        // A chunk hangs in a node of the same body, and where it begins is the way down to it.
        var (body, from) = item switch
        {
            FanOutItem.Branch { Node: { Chunk: { } chunk } chunked } => (chunked.Body, chunk.From),
            FanOutItem.Branch { Node: { Body.Length: > 0 } below } when Knows(plan, below.Body) => (
                plan.Body(below.Body).Parent ?? "",
                (int?)null
            ),
            FanOutItem.Report { Assignment: var assignment } when Knows(plan, assignment.Body) => (
                HolderOf(plan, assignment.Body),
                null
            ),
            _ => (null, null),
        };
        if (body is null || (body.Length > 0 && !Knows(plan, body)))
        {
            return null;
        }
        var node = new FanOutNode(body);
        var at = from ?? Items(plan, body).IndexOf(item);
        while (true)
        {
            var children = Children(plan, node);
            if (children.Contains(item))
            {
                return node;
            }
            var down = children
                .OfType<FanOutItem.Branch>()
                .Select(branch => branch.Node)
                .FirstOrDefault(one =>
                    one.Body == body && one.Chunk is { } chunk && chunk.From <= at && at < chunk.To
                );
            if (down is null)
            {
                return null;
            }
            node = down;
        }
    }

    /// <summary>Every node of the tree with its children, from the root down.</summary>
    public static IEnumerable<(FanOutNode Node, IReadOnlyList<FanOutItem> Children)> All(
        PlanLookup plan
    )
    {
        var nodes = new Queue<FanOutNode>([FanOutNode.Root]);
        while (nodes.TryDequeue(out var node))
        {
            var children = Children(plan, node);
            foreach (var branch in children.OfType<FanOutItem.Branch>())
            {
                nodes.Enqueue(branch.Node);
            }
            yield return (node, children);
        }
    }

    // The reports of a body with others beneath it hang in its own node, those of a leaf in the node above.
    private static string HolderOf(PlanLookup plan, string body) =>
        Branching(plan.Plan.Bodies, ByBody(plan)).Contains(body)
            ? body
            : plan.Body(body).Parent ?? "";

    private static bool Knows(PlanLookup plan, string body) =>
        plan.Plan.Bodies.Any(one => one.Code == body);

    private static ILookup<string, AssignmentId> ByBody(PlanLookup plan) =>
        plan.Assignments.ToLookup(assignment => assignment.Body, StringComparer.Ordinal);

    private static List<FanOutItem> Items(PlanLookup plan, string body)
    {
        var assignments = ByBody(plan);
        var branching = Branching(plan.Plan.Bodies, assignments);
        var below = plan.Plan.Bodies.Where(child => (child.Parent ?? "") == body);
        return
        [
            .. assignments[body]
                .Select(FanOutItem (assignment) => new FanOutItem.Report(assignment)),
            .. below.SelectMany(child =>
                branching.Contains(child.Code)
                    ? [new FanOutItem.Branch(new FanOutNode(child.Code))]
                    : assignments[child.Code]
                        .Select(FanOutItem (assignment) => new FanOutItem.Report(assignment))
            ),
        ];
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
