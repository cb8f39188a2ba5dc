using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Local.InMemory;

/// <summary>
/// The record in memory; streams do not wait for each other. An entry that would leave a gap is refused as a fault, which a table
/// could not see.
/// </summary>
public sealed class InMemoryEventStore : IEventStore
{
    private readonly ConcurrentDictionary<StreamId, GrowingStream> streams = new();

    /// <inheritdoc/>
    public Task<EventStream> ReadAsync(StreamId stream, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(
            new EventStream(
                stream,
                streams.TryGetValue(stream, out var entries) ? entries.SoFar() : []
            )
        );
    }

    /// <inheritdoc/>
    public async Task<Entry?> FindAsync(
        StreamId stream,
        long sequence,
        CancellationToken cancellation = default
    ) =>
        await ReadAsync(stream, cancellation) is var entries && sequence <= entries.Count
            ? entries[(int)sequence - 1]
            : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Entry> ReadAllAsync(
        CycleId cycle,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var own = streams
            .Keys.Where(stream =>
                stream == cycle.Stream
                || stream.Value.StartsWith($"{cycle}.", StringComparison.Ordinal)
            )
            .OrderBy(stream => stream.Value, StringComparer.Ordinal);
        foreach (var stream in own)
        {
            foreach (var entry in await ReadAsync(stream, cancellation))
            {
                yield return entry;
            }
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryAppendAsync(Entry entry, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        EntrySize.Check(entry);
        return Task.FromResult(
            streams.GetOrAdd(entry.Stream, _ => new GrowingStream()).TryAppend(entry)
        );
    }

    // A slot once written never changes, so readers share the array with the writer.
    private sealed class GrowingStream
    {
        private readonly Lock gate = new();
        private Entry[] slots = new Entry[4];
        private int count;

        public ReadOnlyCollection<Entry> SoFar()
        {
            lock (gate)
            {
                return new ReadOnlyCollection<Entry>(new ArraySegment<Entry>(slots, 0, count));
            }
        }

        public bool TryAppend(Entry entry)
        {
            lock (gate)
            {
                if (entry.Sequence != count + 1)
                {
                    return entry.Sequence > count + 1
                        ? throw new ArgumentException(
                            $"Entry {entry.Sequence} of {entry.Stream} would leave a gap behind {count}.",
                            nameof(entry)
                        )
                        : false;
                }
                if (count == slots.Length)
                {
                    Array.Resize(ref slots, count * 2);
                }
                slots[count++] = entry;
                return true;
            }
        }
    }
}
