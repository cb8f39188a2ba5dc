using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Index;

namespace ProgramReview.Local.InMemory;

/// <summary>The read models in memory.</summary>
public sealed class InMemoryAssignmentIndex : IAssignmentIndex
{
    private readonly ConcurrentDictionary<CycleId, Rows> cycles = new();

    /// <inheritdoc/>
    public Task PutAsync(
        AssignmentRow row,
        FanOutNode node,
        FigurePlace? figures = null,
        CancellationToken cancellation = default
    ) =>
        With(
            row.Assignment.Cycle,
            rows =>
            {
                var of = rows.Of(node);
                var key = row.Assignment.ToString();
                if (of.TryGetValue(key, out var there) && there.Sequence > row.Sequence)
                {
                    return false;
                }
                of[key] = row;
                rows.Marks[node] = rows.Next();
                if (figures is not null && !row.TellsFiguresOf(there))
                {
                    rows.FigureMarks[KeyOf(figures)] = new FigureMark(figures, false, rows.Next());
                }
                return true;
            },
            cancellation
        );

    /// <inheritdoc/>
    public Task<AssignmentRow?> FindAsync(
        AssignmentId assignment,
        FanOutNode node,
        CancellationToken cancellation = default
    ) =>
        With(
            assignment.Cycle,
            rows => rows.Of(node).GetValueOrDefault(assignment.ToString()),
            cancellation
        );

    /// <inheritdoc/>
    public async IAsyncEnumerable<AssignmentRow> ListAsync(
        CycleId cycle,
        FanOutNode? node = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var found = await With(
            cycle,
            rows =>
                node is null
                    ? rows.Assignments.Values.SelectMany(of => of.Values).ToList()
                    : [.. rows.Of(node).Values],
            cancellation
        );
        foreach (var row in found)
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    public Task<IndexState> GetStateAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    ) =>
        With(
            cycle,
            rows => new IndexState(
                rows.IsDrawn,
                [
                    .. rows
                        .Marks.OrderBy(mark => mark.Key.ToString(), StringComparer.Ordinal)
                        .Select(mark => new ChangedNode(mark.Key, mark.Value)),
                ]
            ),
            cancellation
        );

    /// <inheritdoc/>
    public Task ClearAsync(
        CycleId cycle,
        IReadOnlyList<ChangedNode> changed,
        CancellationToken cancellation = default
    ) =>
        With(
            cycle,
            rows =>
                changed.Count(mark =>
                    rows.Marks.GetValueOrDefault(mark.Node) == mark.Version
                    && rows.Marks.Remove(mark.Node)
                ),
            cancellation
        );

    /// <inheritdoc/>
    public Task<KeptNode> FindNodeAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        CancellationToken cancellation = default
    ) =>
        With(
            cycle,
            rows => rows.Nodes.GetValueOrDefault((parent, node)) ?? new KeptNode(null, null),
            cancellation
        );

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<FanOutNode, NodeRow>> ListNodesAsync(
        CycleId cycle,
        FanOutNode parent,
        CancellationToken cancellation = default
    ) =>
        With<IReadOnlyDictionary<FanOutNode, NodeRow>>(
            cycle,
            rows =>
                rows.Nodes.Where(one => one.Key.Parent == parent)
                    .ToDictionary(one => one.Key.Node, one => one.Value.Row!),
            cancellation
        );

    /// <inheritdoc/>
    public Task<bool> TryPutNodeAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        NodeRow row,
        string? version,
        CancellationToken cancellation = default
    ) =>
        With(
            cycle,
            rows =>
            {
                if (rows.Nodes.GetValueOrDefault((parent, node))?.Version != version)
                {
                    return false;
                }
                rows.Nodes[(parent, node)] = new KeptNode(row, rows.Next());
                return true;
            },
            cancellation
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<FigureMark>> ListFigureMarksAsync(
        CycleId cycle,
        int? mostDepth = null,
        CancellationToken cancellation = default
    ) =>
        With<IReadOnlyList<FigureMark>>(
            cycle,
            rows =>
            {
                var marks = rows.FigureMarks.Values.SkipWhile(mark => mark.Place.Depth > mostDepth);
                var depth = marks.FirstOrDefault()?.Place.Depth;
                return
                [
                    .. marks
                        .TakeWhile(mark => mark.Place.Depth == depth)
                        .Take(FanOutNode.MaxChildren),
                ];
            },
            cancellation
        );

    /// <inheritdoc/>
    public Task MarkFiguresAsync(
        CycleId cycle,
        IReadOnlyList<FigurePlace> places,
        bool isProof = false,
        CancellationToken cancellation = default
    ) =>
        With(
            cycle,
            rows =>
            {
                foreach (
                    var place in places.Where(place =>
                        !isProof || !rows.FigureMarks.ContainsKey(KeyOf(place))
                    )
                )
                {
                    rows.FigureMarks[KeyOf(place)] = new FigureMark(place, isProof, rows.Next());
                }
                return true;
            },
            cancellation
        );

    /// <inheritdoc/>
    public Task<bool> TryClearFigureAsync(
        CycleId cycle,
        FigureMark mark,
        CancellationToken cancellation = default
    ) =>
        With(
            cycle,
            rows =>
            {
                var there = rows.FigureMarks.GetValueOrDefault(KeyOf(mark.Place));
                return there is null
                    || (
                        there.Version == mark.Version && rows.FigureMarks.Remove(KeyOf(mark.Place))
                    );
            },
            cancellation
        );

    /// <inheritdoc/>
    public Task StampAsync(CycleId cycle, CancellationToken cancellation = default) =>
        With(cycle, rows => rows.IsDrawn = true, cancellation);

    /// <inheritdoc/>
    public Task DropAsync(CycleId cycle, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        cycles.TryRemove(cycle, out _);
        return Task.CompletedTask;
    }

    // The deepest first, as in the table.
    private static (int Above, string Node) KeyOf(FigurePlace place) =>
        (-place.Depth, place.Node.ToString());

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
        private long last;

        public SortedDictionary<
            string,
            SortedDictionary<string, AssignmentRow>
        > Assignments { get; } = new(StringComparer.Ordinal);

        public Dictionary<FanOutNode, string> Marks { get; } = [];

        public SortedDictionary<(int Above, string Node), FigureMark> FigureMarks { get; } = [];

        public Dictionary<(FanOutNode? Parent, FanOutNode Node), KeptNode> Nodes { get; } = [];

        public bool IsDrawn { get; set; }

        public SortedDictionary<string, AssignmentRow> Of(FanOutNode node)
        {
            if (!Assignments.TryGetValue($"{node}|", out var of))
            {
                Assignments[$"{node}|"] = of = new(StringComparer.Ordinal);
            }
            return of;
        }

        public string Next() => (++last).ToString(CultureInfo.InvariantCulture);
    }
}
