using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Workflow.Tests;

/// <summary>The record, which counts how often each stream is read and appended to.</summary>
internal sealed class CountingRecord(IEventStore inner) : IEventStore
{
    public List<string> Reads { get; } = [];

    public Task<EventStream> ReadAsync(StreamId stream, CancellationToken cancellation)
    {
        lock (Reads)
        {
            Reads.Add(stream.Value);
        }
        return inner.ReadAsync(stream, cancellation);
    }

    public Task<Entry?> FindAsync(StreamId stream, long sequence, CancellationToken cancellation) =>
        inner.FindAsync(stream, sequence, cancellation);

    public IAsyncEnumerable<Entry> ReadAllAsync(CycleId cycle, CancellationToken cancellation) =>
        inner.ReadAllAsync(cycle, cancellation);

    public Task<bool> TryAppendAsync(Entry entry, CancellationToken cancellation) =>
        inner.TryAppendAsync(entry, cancellation);
}
