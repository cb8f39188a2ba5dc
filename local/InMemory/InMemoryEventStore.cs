using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using System.Text;
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
    // In a cycle of thousands nearly all sleep at any time: then only the bytes of their entries are held, not the texts nor what was read of them.
    private const int MostAwake = 1024;

    private readonly ConcurrentDictionary<StreamId, GrowingStream> streams = new();
    private readonly Lock gate = new();
    private readonly LinkedList<GrowingStream> awake = new();

    /// <inheritdoc/>
    public Task<EventStream> ReadAsync(StreamId stream, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!streams.TryGetValue(stream, out var entries))
        {
            return Task.FromResult(new EventStream(stream, []));
        }
        Rouse(entries);
        return Task.FromResult(new EventStream(stream, entries.SoFar()));
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

    // Whoever is asked for is the last to sleep.
    private void Rouse(GrowingStream stream)
    {
        lock (gate)
        {
            if (stream.Place.List is not null)
            {
                awake.Remove(stream.Place);
            }
            awake.AddLast(stream.Place);
            if (awake.Count > MostAwake)
            {
                awake.First!.Value.Sleep();
                awake.RemoveFirst();
            }
        }
    }

    // A slot once written never changes, so readers share the array with the writer.
    private sealed class GrowingStream
    {
        private readonly Lock gate = new();
        private readonly List<(Entry Entry, byte[] Body)> kept = [];
        private Entry[]? slots;

        public GrowingStream() => Place = new LinkedListNode<GrowingStream>(this);

        public LinkedListNode<GrowingStream> Place { get; }

        public ReadOnlyCollection<Entry> SoFar()
        {
            lock (gate)
            {
                slots ??=
                [
                    .. kept.Select(one =>
                        one.Entry with
                        {
                            Body = Encoding.UTF8.GetString(one.Body),
                        }
                    ),
                ];
                return new ReadOnlyCollection<Entry>(new ArraySegment<Entry>(slots, 0, kept.Count));
            }
        }

        public bool TryAppend(Entry entry)
        {
            lock (gate)
            {
                if (entry.Sequence != kept.Count + 1)
                {
                    return entry.Sequence > kept.Count + 1
                        ? throw new ArgumentException(
                            $"Entry {entry.Sequence} of {entry.Stream} would leave a gap behind {kept.Count}.",
                            nameof(entry)
                        )
                        : false;
                }
                if (slots is not null)
                {
                    if (kept.Count == slots.Length)
                    {
                        Array.Resize(ref slots, Math.Max(4, kept.Count * 2));
                    }
                    slots[kept.Count] = entry;
                }
                kept.Add((entry with { Body = "" }, Encoding.UTF8.GetBytes(entry.Body)));
                return true;
            }
        }

        public void Sleep()
        {
            lock (gate)
            {
                slots = null;
            }
        }
    }
}
