using System.Collections.Concurrent;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Local.InMemory;

/// <summary>Notes of purged cycles in memory.</summary>
public sealed class InMemoryPurgedCycles : IPurgedCycles
{
    private readonly ConcurrentDictionary<CycleId, bool> cycles = new();

    /// <inheritdoc/>
    public Task AddAsync(CycleId cycle, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        cycles[cycle] = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CycleId>> ListAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<CycleId>>([
            .. cycles.Keys.OrderBy(cycle => cycle.Value, StringComparer.Ordinal),
        ]);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(CycleId cycle, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        cycles.TryRemove(cycle, out _);
        return Task.CompletedTask;
    }
}
