using ProgramReview.Core.Audit;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Audit;

namespace ProgramReview.Functions.Planning;

/// <summary>Finds a cycle with the plan it was started with.</summary>
public sealed class Cycles(IRecord record, PlanStore plans)
{
    /// <summary>The cycle with its state now, or null if it was never started.</summary>
    public async Task<RunningCycle?> FindAsync(CycleId cycle, CancellationToken cancellation)
    {
        var state = CycleState.Of(await record.ReadAsync(cycle.Stream, cancellation));
        return state.Start is { } start
            ? new RunningCycle(
                new CycleRef(cycle, start.PlanHash),
                await plans.GetAsync(start.PlanHash, cancellation),
                state
            )
            : null;
    }
}
