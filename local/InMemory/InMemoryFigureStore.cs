using System.Collections.Concurrent;
using System.Globalization;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;

namespace ProgramReview.Local.InMemory;

/// <summary>The rows of figures in memory, what they bring packed: of thousands of bodies that say nothing it is nearly nothing.</summary>
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
            rows =>
                rows.Below(parent).TryGetValue(node, out var kept)
                    ? new FoundFigureRow(kept.Row, kept.Version)
                    : new FoundFigureRow(null, null),
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
            rows => rows.Below(parent).ToDictionary(one => one.Key, one => one.Value.Row),
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
                rows.Below(parent)[node] = new Kept(row, rows.Next());
                return true;
            },
            cancellation
        );

    /// <inheritdoc/>
    public Task<ToldFigures?> FindToldAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    ) => With(cycle, rows => rows.Told, cancellation);

    /// <inheritdoc/>
    public Task PutToldAsync(
        CycleId cycle,
        ToldFigures told,
        CancellationToken cancellation = default
    ) => With(cycle, rows => rows.Told = told, cancellation);

    private Task<T> With<T>(CycleId cycle, Func<Rows, T> act, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var rows = cycles.GetOrAdd(cycle, _ => new Rows());
        lock (rows)
        {
            return Task.FromResult(act(rows));
        }
    }

    private sealed class Kept(FigureRow row, string version)
    {
        private readonly FigureRow bare = row with { Shares = null };
        private readonly byte[]? packed = row.Shares is { } shares
            ? InMemoryDocumentStore.Pack(shares.ToBytes())
            : null;

        public string Version { get; } = version;

        public FigureRow Row =>
            packed is null
                ? bare
                : bare with
                {
                    Shares = FigureShares.FromBytes(InMemoryDocumentStore.Unpack(packed)),
                };
    }

    private sealed class Rows
    {
        private readonly Dictionary<string, Dictionary<FanOutNode, Kept>> nodes = [];
        private long last;

        public ToldFigures? Told { get; set; }

        public Dictionary<FanOutNode, Kept> Below(FanOutNode? parent)
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
