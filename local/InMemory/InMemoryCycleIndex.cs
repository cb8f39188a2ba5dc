using System.Collections.Concurrent;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Local.InMemory;

/// <summary>The index in memory.</summary>
public sealed class InMemoryCycleIndex : ICycleIndex
{
    private readonly ConcurrentDictionary<
        CycleId,
        SortedDictionary<string, AssignmentSummary>
    > summaries = new();
    private readonly ConcurrentDictionary<CycleId, bool> cycles = new();
    private volatile LastLook lastLook = new(null, IsUnfinished: false);

    /// <inheritdoc/>
    public Task PutAsync(AssignmentSummary summary, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var rows = RowsOf(summary.Assignment.Cycle);
        var key = summary.Assignment.ToString();
        lock (rows)
        {
            if (!rows.TryGetValue(key, out var there) || there.Sequence <= summary.Sequence)
            {
                rows[key] = summary;
            }
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AssignmentSummary>> ListAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var rows = RowsOf(cycle);
        lock (rows)
        {
            return Task.FromResult<IReadOnlyList<AssignmentSummary>>([.. rows.Values]);
        }
    }

    /// <inheritdoc/>
    public Task PutCycleAsync(CycleId cycle, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        cycles[cycle] = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CycleId>> ListCyclesAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<CycleId>>([
            .. cycles.Keys.OrderBy(cycle => cycle.Value, StringComparer.Ordinal),
        ]);
    }

    /// <inheritdoc/>
    public Task PutLastLookAsync(LastLook look, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        lastLook = look;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<LastLook> GetLastLookAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(lastLook);
    }

    private SortedDictionary<string, AssignmentSummary> RowsOf(CycleId cycle) =>
        summaries.GetOrAdd(cycle, _ => new(StringComparer.Ordinal));
}
