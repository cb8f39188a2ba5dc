using System.Collections.Concurrent;
using System.Globalization;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;

namespace ProgramReview.Local.InMemory;

/// <summary>The rows of figures in memory.</summary>
public sealed class InMemoryFigureStore : IFigureStore
{
    private readonly ConcurrentDictionary<CycleId, Rows> cycles = new();

    /// <inheritdoc/>
    public Task<FoundFigureRow> FindAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        CancellationToken cancellation = default
    ) =>
        With(
            cycle,
            rows => rows.Below(parent).GetValueOrDefault(node) ?? new FoundFigureRow(null, null),
            cancellation
        );

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<FanOutNode, FigureRow>> ListAsync(
        CycleId cycle,
        FanOutNode parent,
        CancellationToken cancellation = default
    ) =>
        With<IReadOnlyDictionary<FanOutNode, FigureRow>>(
            cycle,
            rows => rows.Below(parent).ToDictionary(one => one.Key, one => one.Value.Row!),
            cancellation
        );

    /// <inheritdoc/>
    public Task<bool> TryPutAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        FigureRow row,
        string? version,
        CancellationToken cancellation = default
    ) =>
        With(
            cycle,
            rows =>
            {
                if (rows.Below(parent).GetValueOrDefault(node)?.Version != version)
                {
                    return false;
                }
                rows.Below(parent)[node] = new FoundFigureRow(row, rows.Next());
                return true;
            },
            cancellation
        );

    private Task<T> With<T>(CycleId cycle, Func<Rows, T> act, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var rows = cycles.GetOrAdd(cycle, _ => new Rows());
        lock (rows)
        {
            return Task.FromResult(act(rows));
        }
    }

    private sealed class Rows
    {
        private readonly Dictionary<string, Dictionary<FanOutNode, FoundFigureRow>> nodes = [];
        private long last;

        public Dictionary<FanOutNode, FoundFigureRow> Below(FanOutNode? parent)
        {
            if (!nodes.TryGetValue($"{parent}", out var below))
            {
                nodes[$"{parent}"] = below = [];
            }
            return below;
        }

        public string Next() => (++last).ToString(CultureInfo.InvariantCulture);
    }
}
