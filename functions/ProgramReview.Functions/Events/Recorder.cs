using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>Writes an event once per occasion: reads the stream, decides, appends, and starts over when another writer was first.</summary>
public sealed class Recorder(IEventStore record, TimeProvider clock)
{
    /// <summary>Writes the event that <paramref name="decide"/> draws from the stream as it is, unless the occasion is on record.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="key">Names the occasion; a repeated write adds nothing.</param>
    /// <param name="decide">From all entries so far to the event, or null to write nothing. May run several times.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The entry on record for this occasion (new or old), or null if there was nothing to write.</returns>
    public Task<Recorded?> WriteAsync(
        StreamId stream,
        string key,
        Func<IReadOnlyList<Entry>, Event?> decide,
        CancellationToken cancellation = default
    ) =>
        WriteAsync(
            stream,
            key,
            (entries, _) => new ValueTask<Event?>(decide(entries)),
            cancellation
        );

    /// <summary>Writes an event about a cycle unless the rules refuse it; what is on record already is not refused any more.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="key">Names the occasion; a repeated write adds nothing.</param>
    /// <param name="refuse">From the cycle as it is to why not, or null. May run several times.</param>
    /// <param name="event">The event.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The entry on record for this occasion (new or old), or why there is none.</returns>
    public async Task<(Recorded? Recorded, T? Refusal)> WriteUnlessAsync<T>(
        CycleId cycle,
        string key,
        Func<CycleState, T?> refuse,
        CycleEvent @event,
        CancellationToken cancellation
    )
        where T : class
    {
        T? refusal = null;
        var recorded = await WriteAsync(
            cycle.Stream,
            key,
            entries => (refusal = refuse(CycleState.Of(entries))) is null ? @event : null,
            cancellation
        );
        return (recorded, recorded is null ? refusal : null);
    }

    /// <summary>The same as the first for an event that takes time to make, such as one that holds a signature over what stands before it.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="key">Names the occasion; a repeated write adds nothing.</param>
    /// <param name="decide">From all entries so far to the event, or null to write nothing. Runs anew when another writer was first.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The entry on record for this occasion (new or old), or null if there was nothing to write.</returns>
    public async Task<Recorded?> WriteAsync(
        StreamId stream,
        string key,
        Func<IReadOnlyList<Entry>, CancellationToken, ValueTask<Event?>> decide,
        CancellationToken cancellation = default
    )
    {
        while (true)
        {
            var entries = await record.ReadAsync(stream, cancellation);
            if (entries.FirstOrDefault(entry => entry.Key == key) is { } old)
            {
                return new Recorded(old, IsNew: false, entries);
            }
            if (await decide(entries, cancellation) is not { } @event)
            {
                return null;
            }
            var entry = Chain.Next(
                stream,
                entries.Count > 0 ? entries[^1] : null,
                clock.GetUtcNow(),
                key,
                @event
            );
            if (await record.TryAppendAsync(entry, cancellation))
            {
                EventMeter.Count(entry);
                CycleTrace.Note(entry);
                return new Recorded(entry, IsNew: true, [.. entries, entry]);
            }
        }
    }
}
