using System.Runtime.CompilerServices;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Index;

/// <summary>Draws the whole index of a cycle from the record: after rows were dropped, after a change of what they hold, and to mend what a crash left behind.</summary>
public sealed class IndexRebuilder(
    IEventStore record,
    IAssignmentIndex index,
    Cycles cycles,
    RowWriter rows,
    NodeWriter nodes
)
{
    /// <summary>Draws it if that was never done in this schema.</summary>
    public async Task EnsureAsync(CycleId cycle, CancellationToken cancellation)
    {
        if (!(await index.GetStateAsync(cycle, cancellation)).IsDrawn)
        {
            await RebuildAsync(cycle, cancellation);
        }
    }

    /// <summary>Draws it; nothing if the cycle was never started. May be repeated, and while the cycle runs: a newer row is never replaced.</summary>
    /// <exception cref="AggregateException">Some rows could not be written; all others were.</exception>
    public async Task RebuildAsync(CycleId cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } running)
        {
            return;
        }
        var attempts = new Attempts(cancellation);
        await attempts.EachAsync(
            StreamsAsync(running, cancellation),
            stream =>
                rows.WriteAsync(running, AssignmentId.Parse(stream.Id.Value), stream, cancellation)
        );
        attempts.ThrowIfAnyFailed();
        await nodes.WriteAllAsync(running.Plan, cancellation);
        await index.StampAsync(cycle, cancellation);
    }

    // The record comes stream by stream, and one stream at a time is held.
    private async IAsyncEnumerable<EventStream> StreamsAsync(
        RunningCycle cycle,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var known = cycle.Plan.Assignments.Select(id => id.Stream).ToHashSet();
        var entries = new List<Entry>();
        await foreach (var entry in record.ReadAllAsync(cycle.Ref.Cycle, cancellation))
        {
            if (!known.Contains(entry.Stream))
            {
                continue;
            }
            if (entries.Count > 0 && entries[0].Stream != entry.Stream)
            {
                yield return new EventStream(entries[0].Stream, entries);
                entries = [];
            }
            entries.Add(entry);
        }
        if (entries.Count > 0)
        {
            yield return new EventStream(entries[0].Stream, entries);
        }
    }
}
