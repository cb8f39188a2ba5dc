using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>
/// Writes an event once per occasion: decides from the stream as it was read, appends, and only when another writer was first reads again
/// and starts over. What is written about an assignment goes into the index too. What counts never changes under a dossier that people go by: that is
/// said to be void first, in the cycle's stream; and after a publication that an edition opens.
/// </summary>
public sealed class Recorder(IEventStore record, IRowWriter rows, TimeProvider clock)
{
    /// <summary>Writes the event that <paramref name="decide"/> draws from the stream as it is, unless the occasion is on record.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="key">Names the occasion; a repeated write adds nothing.</param>
    /// <param name="decide">From all entries so far to the event, or null to write nothing. May run several times.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The entry on record for this occasion (new or old), or null if there was nothing to write.</returns>
    public async Task<Recorded?> WriteAsync(
        StreamId stream,
        string key,
        Func<EventStream, Event?> decide,
        CancellationToken cancellation = default
    ) => await WriteAsync(await record.ReadAsync(stream, cancellation), key, decide, cancellation);

    /// <summary>The same for a stream that was read a moment ago.</summary>
    public Task<Recorded?> WriteAsync(
        EventStream known,
        string key,
        Func<EventStream, Event?> decide,
        CancellationToken cancellation = default
    ) =>
        WriteAsync(
            known,
            key,
            (entries, _) => new ValueTask<Event?>(decide(entries)),
            cancellation
        );

    /// <summary>Writes an event about a cycle unless the rules refuse it; what is on record already is not refused any more.</summary>
    /// <param name="cycle">The cycle's stream, read a moment ago.</param>
    /// <param name="key">Names the occasion; a repeated write adds nothing.</param>
    /// <param name="refuse">From the cycle as it is to why not, or null. May run several times.</param>
    /// <param name="event">The event.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The entry on record for this occasion (new or old), or why there is none.</returns>
    public async Task<(Recorded? Recorded, T? Refusal)> WriteUnlessAsync<T>(
        EventStream cycle,
        string key,
        Func<CycleState, T?> refuse,
        CycleEvent @event,
        CancellationToken cancellation
    )
        where T : class
    {
        T? refusal = null;
        var recorded = await WriteAsync(
            cycle,
            key,
            entries => (refusal = refuse(entries.Cycle)) is null ? @event : null,
            cancellation
        );
        return (recorded, recorded is null ? refusal : null);
    }

    /// <summary>The same as the first for an event that takes time to make, such as one that holds a signature over what stands before it.</summary>
    /// <param name="known">The stream, read a moment ago.</param>
    /// <param name="key">Names the occasion; a repeated write adds nothing.</param>
    /// <param name="decide">From all entries so far to the event, or null to write nothing. Runs anew when another writer was first.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The entry on record for this occasion (new or old), or null if there was nothing to write.</returns>
    public async Task<Recorded?> WriteAsync(
        EventStream known,
        string key,
        Func<EventStream, CancellationToken, ValueTask<Event?>> decide,
        CancellationToken cancellation = default
    )
    {
        var recorded = await AppendAsync(known, key, decide, cancellation);
        if (recorded is not null && AssignmentId.TryParse(known.Id.Value, null, out var assignment))
        {
            // Even for an event that was on record, to mend a crash.
            await rows.WriteAsync(assignment, recorded.Stream, cancellation);
        }
        return recorded;
    }

    private async Task<Recorded?> AppendAsync(
        EventStream known,
        string key,
        Func<EventStream, CancellationToken, ValueTask<Event?>> decide,
        CancellationToken cancellation
    )
    {
        for (var stream = known; ; stream = await record.ReadAsync(known.Id, cancellation))
        {
            if (stream.Find(key) is { } old)
            {
                return new Recorded(old, IsNew: false, stream);
            }
            if (await decide(stream, cancellation) is not { } @event)
            {
                return null;
            }
            if (await MakeWayAsync(stream, key, @event, cancellation) is not { } cycle)
            {
                continue;
            }
            var entry = Chain.Next(
                stream.Id,
                stream.Count > 0 ? stream[^1] : null,
                clock.GetUtcNow(),
                key,
                @event
            );
            if (await record.TryAppendAsync(entry, cancellation))
            {
                EventMeter.Count(entry);
                CycleTrace.Note(entry);
                await LookBackAsync(cycle, stream, key, @event, cancellation);
                return new Recorded(entry, IsNew: true, stream.With(entry));
            }
        }
    }

    /// <summary>Writes that a dossier is void, once for each round, or that an edition opens, once for each.</summary>
    /// <param name="cycle">The cycle's stream, read a moment ago.</param>
    /// <param name="decide">From the cycle as it is to what overtakes the dossier that people go by, or null. May run several times.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The cycle's stream with it; null if by now there is no such dossier.</returns>
    public async Task<EventStream?> OvertakeAsync(
        EventStream cycle,
        Func<CycleState, CycleEvent?> decide,
        CancellationToken cancellation
    ) =>
        decide(cycle.Cycle) is { } first
        && LateTruth.KeyOf(first) is var key
        && await AppendAsync(
            cycle,
            key,
            (entries, _) =>
                new ValueTask<Event?>(
                    decide(entries.Cycle) is { } overtaking && LateTruth.KeyOf(overtaking) == key
                        ? overtaking
                        : null
                ),
            cancellation
        )
            is { } recorded
            ? recorded.Stream
            : null;

    /// <summary>Says before a fact that it overtakes a dossier.</summary>
    /// <returns>The cycle's stream as it is then; the fact's own if it overtakes nothing. Null if the fact is to be decided anew.</returns>
    private async Task<EventStream?> MakeWayAsync(
        EventStream stream,
        string key,
        Event fact,
        CancellationToken cancellation
    )
    {
        switch (fact)
        {
            case CycleEvent.Reopened order
                when LateTruth.Overtakes(stream.Cycle, order, key) is not null:
                await OvertakeAsync(
                    stream,
                    cycle => LateTruth.Overtakes(cycle, order, key),
                    cancellation
                );
                return null;
            case AssignmentEvent one when LateTruth.Changes(stream.Assignment, one):
                var cycle = await record.ReadAsync(
                    AssignmentId.Parse(stream.Id.Value).Cycle.Stream,
                    cancellation
                );
                return LateTruth.Overtakes(cycle.Cycle, stream, one, key) is null
                    ? cycle
                    : await OvertakeAsync(
                        cycle,
                        now => LateTruth.Overtakes(now, stream, one, key),
                        cancellation
                    );
            default:
                return stream;
        }
    }

    // Two streams cannot be written at once. Whoever knows late truth looks at the cycle, writes, and looks again; the cycle's process writes that a
    // round opens, and then looks at the assignments. So one of the two sees the other, however long something took in between.
    private async Task LookBackAsync(
        EventStream cycle,
        EventStream stream,
        string key,
        Event fact,
        CancellationToken cancellation
    )
    {
        if (
            cycle.Id != stream.Id
            && await record.FindAsync(cycle.Id, cycle.Count + 1, cancellation) is not null
        )
        {
            await OvertakeAsync(
                await record.ReadAsync(cycle.Id, cancellation),
                now =>
                    now.RoundInForce is { } round && now.Round(round) is null
                        ? null
                        : LateTruth.Overtakes(now, stream, (AssignmentEvent)fact, key),
                cancellation
            );
        }
    }
}
