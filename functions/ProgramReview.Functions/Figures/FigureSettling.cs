using ProgramReview.Core.Figures;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Index;

namespace ProgramReview.Functions.Figures;

/// <summary>Whether the figures of a cycle are as the rows of its assignments, so that one hash stands for all of them, and whether authors heard of them.</summary>
public sealed class FigureSettling(IAssignmentIndex index, IndexReader rows, IFigureStore store)
{
    /// <summary>How the figures stand.</summary>
    public async Task<FigureStand> FindAsync(PlanLookup plan, CancellationToken cancellation)
    {
        var cycle = plan.Plan.Cycle;
        if (!FigureTree.Of(plan).HasFigures)
        {
            return new FigureStand(true, null);
        }
        // The marks first: what changes after them is not in the root's row either.
        var marks = await index.ListFigureMarksAsync(cycle, null, cancellation);
        var root = (await store.FindAsync(cycle, null, FanOutNode.Root, cancellation)).Row;
        if (marks.Count > 0 || root?.Layout != FigureLayout.Of(plan).Hash)
        {
            return new FigureStand(false, null);
        }
        return new FigureStand(
            (await store.FindToldAsync(cycle, cancellation))?.Root == root.Hash
                || !await IsStageSettledAsync(plan, cancellation),
            root.Hash
        );
    }

    private async Task<bool> IsStageSettledAsync(PlanLookup plan, CancellationToken cancellation)
    {
        await rows.RefreshAsync(plan, cancellation);
        return FigureStage.IsSettled(
            plan,
            await rows.NodeAsync(plan, FanOutNode.Root, cancellation)
        );
    }
}
