using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Planning;

/// <summary>Finds cycles with the plans they were started with.</summary>
public sealed class Cycles(
    IEventStore record,
    ICycleIndex index,
    PlanStore plans,
    Contacts contacts
)
{
    /// <summary>The cycle with its state now, or null if it was never started.</summary>
    public async Task<RunningCycle?> FindAsync(CycleId cycle, CancellationToken cancellation)
    {
        var state = CycleState.Of(await record.ReadAsync(cycle.Stream, cancellation));
        if (state.Start is not { } start)
        {
            return null;
        }
        var plan = await plans.GetAsync(start.PlanHash, cancellation);
        return new RunningCycle(
            CycleRef.Of(cycle, start),
            await contacts.InForceAsync(plan, cycle, state, cancellation),
            state
        );
    }

    /// <summary>All cycles that were started and have not ended.</summary>
    public async Task<IReadOnlyList<RunningCycle>> ListRunningAsync(CancellationToken cancellation)
    {
        var running = new List<RunningCycle>();
        foreach (var id in await index.ListCyclesAsync(cancellation))
        {
            if (await FindAsync(id, cancellation) is { State.End: null } cycle)
            {
                running.Add(cycle);
            }
        }
        return running;
    }
}
