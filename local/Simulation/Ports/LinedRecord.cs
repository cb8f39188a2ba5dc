using ProgramReview.Core.Audit;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Audit;
using ProgramReview.Local.Simulation.Truth;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The record behind a line.</summary>
internal sealed class LinedRecord(IRecord inner, Line line, Ledger ledger) : IRecord
{
    public Task<IReadOnlyList<Entry>> ReadAsync(StreamId stream, CancellationToken cancellation) =>
        line.ReadAsync($"read record {stream}", () => inner.ReadAsync(stream, cancellation));

    public Task<bool> TryAppendAsync(Entry entry, CancellationToken cancellation) =>
        line.WriteAsync(
            $"append {Plain.Key(entry.Key)} to {entry.Stream}",
            async () =>
            {
                var isFirst = await inner.TryAppendAsync(entry, cancellation);
                if (isFirst)
                {
                    ledger.Appended(entry);
                }
                return isFirst;
            }
        );
}
