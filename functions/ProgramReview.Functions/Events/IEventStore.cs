using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>The append-only record: one stream of entries per assignment and per cycle. The truth of the product.</summary>
public interface IEventStore
{
    /// <summary>Reads a stream; empty if the stream does not exist.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<EventStream> ReadAsync(StreamId stream, CancellationToken cancellation = default);

    /// <summary>One entry, or null if the stream does not reach so far.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="sequence">The entry's number.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<Entry?> FindAsync(
        StreamId stream,
        long sequence,
        CancellationToken cancellation = default
    );

    /// <summary>
    /// Reads every entry of a cycle: its own stream first, then each assignment's, in the order of their ids; for whoever checks or copies
    /// the whole record.
    /// </summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="cancellation">Stops reading.</param>
    IAsyncEnumerable<Entry> ReadAllAsync(CycleId cycle, CancellationToken cancellation = default);

    /// <summary>
    /// Appends one entry if its sequence number is still free; a number can be taken once, so a chain cannot fork. All or nothing,
    /// durable when it returns.
    /// </summary>
    /// <returns>False if another writer was first: read again and decide again.</returns>
    /// <exception cref="ArgumentException">The entry exceeds 900 KiB, more than a table row holds with safety.</exception>
    Task<bool> TryAppendAsync(Entry entry, CancellationToken cancellation = default);
}
