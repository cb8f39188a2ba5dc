using System.Collections.Concurrent;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Local.InMemory;

/// <summary>The cycles in memory.</summary>
public sealed class InMemoryCycleIndex : ICycleIndex
{
    private readonly ConcurrentDictionary<CycleId, bool> cycles = new();
    private volatile LastLook lastLook = new(null, IsUnfinished: false);

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
}
