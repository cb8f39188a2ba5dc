using System.Runtime.CompilerServices;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Figures;

/// <summary>What pages ask of figures. What it reads grows with what is shown, never with what lies beneath.</summary>
public sealed class FigureReader(IFigureStore store, FigureRecords records)
{
    private const int AtOnce = 8;

    /// <summary>The newest figures of a node; null if they were not made yet, or the plan has no such node.</summary>
    public async Task<FigureView?> FindAsync(
        PlanLookup plan,
        FanOutNode node,
        CancellationToken cancellation
    )
    {
        var layout = FigureLayout.Of(plan);
        var parent = FigureTree.Of(plan).ParentOf(node);
        var found = await store.FindAsync(plan.Plan.Cycle, parent, node, cancellation);
        return found.Row is { } row && row.Layout == layout.Hash
            ? await GetAsync(plan, row.Hash, cancellation)
            : null;
    }

    /// <summary>The figures of a record, for example of one that a dossier or another record names.</summary>
    /// <exception cref="FileNotFoundException">No such record was stored.</exception>
    public async Task<FigureView> GetAsync(
        PlanLookup plan,
        string hash,
        CancellationToken cancellation
    ) =>
        new(
            FigureLayout.Of(plan),
            await records.GetAsync(plan.Plan.Cycle, hash, cancellation),
            hash
        );

    /// <summary>The figures of the nodes that a node's were made from, in the plan's order: at most a hundred records, as they were then.</summary>
    public async IAsyncEnumerable<FigureView> BelowAsync(
        PlanLookup plan,
        FigureView view,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var some in view.Figures.Children.Chunk(AtOnce))
        {
            foreach (
                var below in await Task.WhenAll(
                    some.Select(child => GetAsync(plan, child.Hash, cancellation))
                )
            )
            {
                yield return below;
            }
        }
    }

    /// <summary>
    /// Who is behind an aggregate, in the plan's order, and behind each those who stand in for it: a record for each that is taken. See
    /// <see cref="Contributors"/>.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="view">Whose aggregate.</param>
    /// <param name="cell">The cell; see <see cref="FigureLayout.Find"/>.</param>
    /// <param name="after">The last node of the page before; null for the first page.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public IAsyncEnumerable<Contributor> ContributorsAsync(
        PlanLookup plan,
        FigureView view,
        int cell,
        FanOutNode? after,
        CancellationToken cancellation
    )
    {
        var way = after is null ? null : FigureTree.Of(plan).PathFrom(after).ToHashSet();
        return WalkAsync(plan, view.Figures, cell, way, after, null, cancellation);
    }

    // On the way to where the last page ended, all that stands before it is passed by without being read.
    private async IAsyncEnumerable<Contributor> WalkAsync(
        PlanLookup plan,
        FigureNode node,
        int cell,
        HashSet<FanOutNode>? way,
        FanOutNode? after,
        FanOutNode? standsFor,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var layout = FigureLayout.Of(plan);
        foreach (var child in node.Children)
        {
            var isOnWay = way?.Contains(child.Node) is true;
            if (way is not null && !isOnWay)
            {
                continue;
            }
            var figures = await records.GetAsync(plan.Plan.Cycle, child.Hash, cancellation);
            var step = ContributorStep.Of(layout, cell, figures, standsFor);
            if (step.Contributor is { } contributor && !isOnWay)
            {
                yield return contributor;
            }
            if (step.GoesDown)
            {
                var below = WalkAsync(
                    plan,
                    figures,
                    cell,
                    child.Node == after ? null : way,
                    after,
                    step.StandsFor,
                    cancellation
                );
                await foreach (var one in below)
                {
                    yield return one;
                }
            }
            way = null;
        }
    }
}
