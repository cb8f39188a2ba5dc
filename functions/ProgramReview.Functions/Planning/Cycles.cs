using System.Collections.Concurrent;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Planning;

/// <summary>Finds cycles with the plans in force.</summary>
public sealed class Cycles(
    IEventStore record,
    ICycleIndex index,
    PlanStore plans,
    Contacts contacts
)
{
    private readonly ConcurrentDictionary<CycleId, string> started = new();

    /// <summary>The plan in force, with the contacts that it names; the stream of a cycle is read once for it, since its first event never changes.</summary>
    /// <exception cref="InvalidOperationException">The cycle was never started.</exception>
    public async Task<PlanLookup> PlanAsync(CycleId cycle, CancellationToken cancellation)
    {
        if (!started.TryGetValue(cycle, out var hash))
        {
            var stream = await record.ReadAsync(cycle.Stream, cancellation);
            hash =
                stream.Cycle.Start?.PlanHash
                ?? throw new InvalidOperationException($"The cycle {cycle} was never started.");
            started[cycle] = hash;
        }
        return await plans.GetAsync(hash, cancellation);
    }

    /// <summary>The cycle with its state now, or null if it was never started.</summary>
    public async Task<RunningCycle?> FindAsync(CycleId cycle, CancellationToken cancellation)
    {
        var stream = await record.ReadAsync(cycle.Stream, cancellation);
        if (stream.Cycle.Start is not { } start)
        {
            return null;
        }
        var plan = await plans.GetAsync(start.PlanHash, cancellation);
        return new RunningCycle(
            CycleRef.Of(cycle, start),
            await contacts.InForceAsync(plan, cycle, stream.Cycle, cancellation),
            stream
        );
    }

    /// <summary>The cycle as it is now, read again only if it went on since.</summary>
    /// <param name="known">As it was read a while ago.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RunningCycle> CurrentAsync(
        RunningCycle known,
        CancellationToken cancellation
    ) =>
        await record.FindAsync(known.Stream.Id, known.Stream.Count + 1, cancellation) is null
            ? known
            : (await FindAsync(known.Ref.Cycle, cancellation))!;

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
