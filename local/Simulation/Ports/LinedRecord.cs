using System.Runtime.CompilerServices;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The record behind a line.</summary>
/// <param name="inner">The record.</param>
/// <param name="line">The line.</param>
/// <param name="appended">Called when an entry is on record, whether the caller hears of it or not.</param>
internal sealed class LinedRecord(IEventStore inner, Line line, Action<Entry> appended)
    : IEventStore
{
    public Task<EventStream> ReadAsync(StreamId stream, CancellationToken cancellation) =>
        line.ReadAsync($"read record {stream}", () => inner.ReadAsync(stream, cancellation));

    public Task<bool> TryAppendAsync(Entry entry, CancellationToken cancellation) =>
        line.WriteAsync(
            $"append {Plain.Key(entry.Key)} to {entry.Stream}",
            async () =>
            {
                var isFirst = await inner.TryAppendAsync(entry, cancellation);
                if (isFirst)
                {
                    appended(entry);
                }
                return isFirst;
            }
        );

    public async IAsyncEnumerable<Entry> ReadAllAsync(
        CycleId cycle,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var all = await line.ReadAsync(
            $"read the record of {cycle}",
            async () => await inner.ReadAllAsync(cycle, cancellation).ToListAsync(cancellation)
        );
        foreach (var entry in all)
        {
            yield return entry;
        }
    }
}
