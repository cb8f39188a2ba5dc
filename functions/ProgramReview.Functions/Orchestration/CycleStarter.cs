using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Orchestration;

/// <summary>
/// Starts cycles, whoever asks: the one place where a plan is looked at once more before letters go out. The first entry of the cycle's stream
/// decides who started; the process follows it.
/// </summary>
public sealed class CycleStarter(
    PlanStore plans,
    IEventStore record,
    Recorder recorder,
    ICycleIndex index,
    Processes processes,
    TimeProvider clock
)
{
    /// <summary>Starts the cycle of a valid plan, or says why not; one that runs already is not refused, and stays as it is.</summary>
    /// <param name="client">Starts the process.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="order">Who starts it, and why.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The start on record, and whether this call made it; or why there is none.</returns>
    public async Task<(Recorded? Started, Refusal? Refusal)> StartAsync(
        DurableTaskClient client,
        Plan plan,
        StartOrder order,
        CancellationToken cancellation
    )
    {
        Refusal? Refuse() => StartRule.Refuse(plan, clock.GetUtcNow(), order.WithWhatIsLeft);
        var stream = await record.ReadAsync(plan.Cycle.Stream, cancellation);
        // Before anything is kept: of a plan that does not start nothing stays behind.
        if (stream.Cycle.Start is null && Refuse() is { } early)
        {
            return (null, early);
        }
        var hash = await plans.AddAsync(plan, cancellation);
        await index.PutCycleAsync(plan.Cycle, cancellation);
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            stream,
            "started",
            _ => Refuse(),
            new CycleEvent.Started(
                hash,
                plan.Version,
                order.By,
                CycleRef.CurrentVersion,
                order.Reason
            ),
            cancellation
        );
        if (recorded is null)
        {
            return (null, refusal);
        }
        var started = (CycleEvent.Started)recorded.Entry.Event;
        await processes.TendAsync(
            client,
            CycleRef.Of(plan.Cycle, started),
            new ProcessId.Cycle(plan.Cycle),
            cancellation
        );
        return (recorded, null);
    }
}
