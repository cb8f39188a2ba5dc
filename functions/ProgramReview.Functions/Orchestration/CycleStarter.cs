using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Starts cycles. The first entry of the cycle's stream decides who started; the process follows it.</summary>
public sealed class CycleStarter(
    PlanStore plans,
    Recorder recorder,
    ICycleIndex index,
    Processes processes
)
{
    /// <summary>Starts the cycle of a valid plan.</summary>
    /// <param name="client">Starts the process.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="by">Who starts it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The start on record, and whether this call made it; if not, the cycle was running already.</returns>
    public async Task<Recorded> StartAsync(
        DurableTaskClient client,
        Plan plan,
        string by,
        string reason,
        CancellationToken cancellation
    )
    {
        var hash = await plans.AddAsync(plan, cancellation);
        await index.PutCycleAsync(plan.Cycle, cancellation);
        var recorded = await recorder.WriteAsync(
            plan.Cycle.Stream,
            "started",
            _ => new CycleEvent.Started(hash, plan.Version, by, CycleRef.CurrentVersion, reason),
            cancellation
        );
        var started = (CycleEvent.Started)recorded!.Entry.Event;
        await processes.TendAsync(
            client,
            CycleRef.Of(plan.Cycle, started),
            new ProcessId.Cycle(plan.Cycle),
            cancellation
        );
        return recorded;
    }
}
