using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Index;

namespace ProgramReview.Functions.Figures;

/// <summary>Whether the figures of a cycle are as the rows of its assignments, so that one hash stands for all of them.</summary>
public sealed class FigureSettling(IAssignmentIndex index, IFigureStore store)
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
        if ((await index.ListFigureMarksAsync(cycle, null, cancellation)).Count > 0)
        {
            return new FigureStand(false, null);
        }
        var root = (await store.FindAsync(cycle, null, FanOutNode.Root, cancellation)).Row;
        return root?.Layout == FigureLayout.Of(plan).Hash
            ? new FigureStand(true, root.Hash)
            : new FigureStand(false, null);
    }
}
