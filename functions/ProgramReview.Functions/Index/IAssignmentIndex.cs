using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Index;

/// <summary>
/// Where the read models lie: a row for each assignment and one for each node of the tree. All of it is drawn from the record and can be dropped and
/// drawn again. What a reader finds in another schema than its own is as if it were not there.
/// </summary>
public interface IAssignmentIndex
{
    /// <summary>
    /// Writes an assignment's row unless a newer one is there, and in the same stroke marks its node as changed, and that of its figures where others
    /// follow from the row than from the one before: nobody ever sees the one without the other.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="node">The node that the assignment hangs at.</param>
    /// <param name="figures">The node of the figures that it tells; null if it is asked for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task PutAsync(
        AssignmentRow row,
        FanOutNode node,
        FigurePlace? figures = null,
        CancellationToken cancellation = default
    );

    /// <summary>The row of an assignment, or null.</summary>
    Task<AssignmentRow?> FindAsync(
        AssignmentId assignment,
        FanOutNode node,
        CancellationToken cancellation = default
    );

    /// <summary>The rows of the assignments that hang at a node, or of all, in the order of their nodes and ids.</summary>
    IAsyncEnumerable<AssignmentRow> ListAsync(
        CycleId cycle,
        FanOutNode? node = null,
        CancellationToken cancellation = default
    );

    /// <summary>Whether the whole is drawn in this schema, and which nodes changed since they were last seen to.</summary>
    Task<IndexState> GetStateAsync(CycleId cycle, CancellationToken cancellation = default);

    /// <summary>Takes marks away, save those of nodes that changed again meanwhile.</summary>
    Task ClearAsync(
        CycleId cycle,
        IReadOnlyList<ChangedNode> changed,
        CancellationToken cancellation = default
    );

    /// <summary>A node's row with the version that must not have changed when it is written.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="parent">The node above; null above the root.</param>
    /// <param name="node">The node.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<KeptNode> FindNodeAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        CancellationToken cancellation = default
    );

    /// <summary>The rows of the nodes below another.</summary>
    Task<IReadOnlyDictionary<FanOutNode, NodeRow>> ListNodesAsync(
        CycleId cycle,
        FanOutNode parent,
        CancellationToken cancellation = default
    );

    /// <summary>Writes a node's row if it is still the version that was found before its children were read; every write makes another version.</summary>
    /// <returns>False if somebody was first.</returns>
    Task<bool> TryPutNodeAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        NodeRow row,
        string? version,
        CancellationToken cancellation = default
    );

    /// <summary>The marks of nodes whose figures are to be made anew, of the deepest level only and at most a hundred; none if all figures are as the rows.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="mostDepth">How deep a level may be; null for any.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<IReadOnlyList<FigureMark>> ListFigureMarksAsync(
        CycleId cycle,
        int? mostDepth = null,
        CancellationToken cancellation = default
    );

    /// <summary>Marks nodes whose figures are to be made anew.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="places">Which, as many as there are.</param>
    /// <param name="isProof">
    /// Whether nothing is known to have changed, and they are made to see that they stay the same; where a node is marked already, that mark stays.
    /// </param>
    /// <param name="cancellation">Stops waiting.</param>
    Task MarkFiguresAsync(
        CycleId cycle,
        IReadOnlyList<FigurePlace> places,
        bool isProof = false,
        CancellationToken cancellation = default
    );

    /// <summary>Takes a mark away, unless the node was marked again meanwhile.</summary>
    /// <returns>False if it was.</returns>
    Task<bool> TryClearFigureAsync(
        CycleId cycle,
        FigureMark mark,
        CancellationToken cancellation = default
    );

    /// <summary>Notes that the whole is drawn in this schema.</summary>
    Task StampAsync(CycleId cycle, CancellationToken cancellation = default);

    /// <summary>Removes all rows of a cycle.</summary>
    Task DropAsync(CycleId cycle, CancellationToken cancellation = default);
}
