using ProgramReview.Core.Figures;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Index;

namespace ProgramReview.Functions.Figures;

/// <summary>
/// The one writer of nodes' figures. Whoever writes an assignment's row has marked its node; here a marked node is made from its own reports and
/// what those directly below bring, and marks the one above. So the marks climb to the root, and many changes below a node cost it one write.
/// </summary>
public sealed class FigureWriter(
    IAssignmentIndex index,
    IFigureStore store,
    FigureRecords records,
    FigureSource source
)
{
    private const int AtOnce = 8;

    /// <summary>What came of a mark.</summary>
    public enum Outcome
    {
        /// <summary>The node's figures are as its reports and those below it.</summary>
        Made,

        /// <summary>So they are now, and were not, although nothing had changed.</summary>
        Mended,

        /// <summary>Somebody was faster, or those below come first: the mark stays, and it is to be made again.</summary>
        Again,

        /// <summary>What was read of a report is lost: the mark stays until that has been read again.</summary>
        Outstanding,
    }

    /// <summary>Marks all nodes if none was ever made, or by another layout.</summary>
    public async Task BeginAsync(PlanLookup plan, CancellationToken cancellation)
    {
        var root = await store.FindAsync(plan.Plan.Cycle, null, FanOutNode.Root, cancellation);
        if (root.Row?.Layout != FigureLayout.Of(plan).Hash)
        {
            await MarkAllAsync(plan, isProof: false, cancellation);
        }
    }

    /// <summary>Has every node made anew, to see that all stay as they are.</summary>
    public Task ProveAsync(PlanLookup plan, CancellationToken cancellation) =>
        MarkAllAsync(plan, isProof: true, cancellation);

    /// <summary>Makes the marked nodes of the deepest level, at most a hundred.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="mostDepth">How deep that level may be; null for any.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>What came of each; none if no node is marked.</returns>
    public async Task<IReadOnlyList<(FigurePlace Place, Outcome Outcome)>> WriteAsync(
        PlanLookup plan,
        int? mostDepth,
        CancellationToken cancellation
    )
    {
        var outcomes = new List<(FigurePlace, Outcome)>();
        var marks = await index.ListFigureMarksAsync(plan.Plan.Cycle, mostDepth, cancellation);
        foreach (var some in marks.Chunk(AtOnce))
        {
            outcomes.AddRange(
                await Task.WhenAll(
                    some.Select(async mark =>
                        (mark.Place, await WriteAsync(plan, mark, cancellation))
                    )
                )
            );
        }
        return outcomes;
    }

    // The version is found before the reports and the children are read: of two who make it at the same time, the one who read first cannot
    // write last. It is written even if it is equal, to say so to whoever read before.
    private async Task<Outcome> WriteAsync(
        PlanLookup plan,
        FigureMark mark,
        CancellationToken cancellation
    )
    {
        var (cycle, tree, node) = (plan.Plan.Cycle, FigureTree.Of(plan), mark.Place.Node);
        var parent = tree.ParentOf(node);
        var found = await store.FindAsync(cycle, parent, node, cancellation);
        var rows =
            tree.Children(node).Count > 0
                ? await store.ListAsync(cycle, node, cancellation)
                : new Dictionary<FanOutNode, FigureRow>();
        if (await BelowAsync(plan, node, rows, cancellation) is not { } below)
        {
            return Outcome.Again;
        }
        var reports = new Dictionary<AssignmentId, ReportFigures>();
        foreach (var id in tree.ReportsOf(node))
        {
            if (await source.FindAsync(plan, id, cancellation) is not { } report)
            {
                return Outcome.Outstanding;
            }
            reports.Add(id, report);
        }
        var kept = FigureFold.Of(plan, node, id => reports[id], below);
        await records.AddAsync(cycle, kept, cancellation);
        var isSame = found.Row?.Hash == kept.Hash;
        if (!(isSame && mark.IsProof))
        {
            if (
                !await store.TryPutAsync(
                    cycle,
                    parent,
                    node,
                    FigureRow.Of(
                        kept,
                        ConsistencyChecks.Run(new FigureScene(plan, [kept])),
                        rows.Values
                    ),
                    found.Version,
                    cancellation
                )
            )
            {
                return Outcome.Again;
            }
            // Also if it is equal: whoever wrote it may have stopped before this.
            if (parent is not null)
            {
                await index.MarkFiguresAsync(
                    cycle,
                    [tree.PlaceAt(parent)],
                    isProof: false,
                    cancellation
                );
            }
        }
        // A row and its mark change in one stroke: what was marked again may be what is new here, and is no fault.
        return !await index.TryClearFigureAsync(cycle, mark, cancellation) ? Outcome.Again
            : mark.IsProof && !isSame && found.Row is not null ? Outcome.Mended
            : Outcome.Made;
    }

    // What those directly below bring; null if one of them was never made by this layout, which then is marked.
    private async Task<IReadOnlyList<FigureShares>?> BelowAsync(
        PlanLookup plan,
        FanOutNode node,
        IReadOnlyDictionary<FanOutNode, FigureRow> rows,
        CancellationToken cancellation
    )
    {
        var (cycle, tree, layout) = (plan.Plan.Cycle, FigureTree.Of(plan), FigureLayout.Of(plan));
        var children = tree.Children(node);
        var missing = children
            .Where(child => rows.GetValueOrDefault(child)?.Layout != layout.Hash)
            .ToList();
        if (missing.Count > 0)
        {
            await index.MarkFiguresAsync(
                cycle,
                [.. missing.Select(tree.PlaceAt)],
                isProof: false,
                cancellation
            );
            return null;
        }
        var below = new List<FigureShares>();
        foreach (var row in children.Select(child => rows[child]))
        {
            below.Add(
                row.Shares
                    ?? FigureShares.Of(
                        layout,
                        await records.GetAsync(cycle, row.Hash, cancellation),
                        row.Hash
                    )
            );
        }
        return below;
    }

    private Task MarkAllAsync(PlanLookup plan, bool isProof, CancellationToken cancellation)
    {
        var tree = FigureTree.Of(plan);
        return tree.HasFigures
            ? index.MarkFiguresAsync(
                plan.Plan.Cycle,
                [.. tree.Nodes.Select(tree.PlaceAt)],
                isProof,
                cancellation
            )
            : Task.CompletedTask;
    }
}
