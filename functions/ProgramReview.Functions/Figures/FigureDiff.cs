using System.Runtime.CompilerServices;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Figures;

/// <summary>Compares the figures of two dossiers from the hashes that they name, and goes down only where they differ: what it reads grows with what changed.</summary>
public sealed class FigureDiff(FigureRecords records)
{
    /// <summary>The totals of the whole that changed; none where one of the two has no figures.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="before">The hash of the former root's record.</param>
    /// <param name="now">The hash of the newer one.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<FigureDifference>> TotalsAsync(
        PlanLookup plan,
        string? before,
        string? now,
        CancellationToken cancellation
    ) =>
        before == now || before is null || now is null
            ? []
            :
            [
                .. FigureDifference.BelowIn(
                    FigureLayout.Of(plan),
                    await records.GetAsync(plan.Plan.Cycle, before, cancellation),
                    await records.GetAsync(plan.Plan.Cycle, now, cancellation)
                ),
            ];

    /// <summary>The words of bodies that changed, in the plan's order: those by which the totals did.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="before">The hash of a node's former record.</param>
    /// <param name="now">The hash of its newer one.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async IAsyncEnumerable<FigureDifference> WordsAsync(
        PlanLookup plan,
        string? before,
        string? now,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (before == now || before is null || now is null)
        {
            yield break;
        }
        var then = await records.GetAsync(plan.Plan.Cycle, before, cancellation);
        var today = await records.GetAsync(plan.Plan.Cycle, now, cancellation);
        foreach (var own in FigureDifference.OwnIn(FigureLayout.Of(plan), then, today))
        {
            yield return own;
        }
        var former = then.Children.ToDictionary(child => child.Node, child => child.Hash);
        foreach (var child in today.Children.Where(child => former[child.Node] != child.Hash))
        {
            await foreach (
                var below in WordsAsync(plan, former[child.Node], child.Hash, cancellation)
            )
            {
                yield return below;
            }
        }
    }
}
