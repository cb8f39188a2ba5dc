using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Figures;

/// <summary>
/// Where the rows of nodes' figures lie, one for each node of a cycle's tree; the records themselves are documents (<see cref="FigureRecords"/>).
/// </summary>
public interface IFigureStore
{
    /// <summary>A node's row with the version that must not have changed when it is written.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="parent">The node above; null above the root.</param>
    /// <param name="node">The node.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<FoundFigureRow> FindAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        CancellationToken cancellation = default
    );

    /// <summary>The rows of the nodes directly below another, at most a hundred.</summary>
    Task<IReadOnlyDictionary<FanOutNode, FigureRow>> ListAsync(
        CycleId cycle,
        FanOutNode parent,
        CancellationToken cancellation = default
    );

    /// <summary>Of which figures the authors were told last; null if of none.</summary>
    Task<ToldFigures?> FindToldAsync(CycleId cycle, CancellationToken cancellation = default);

    /// <summary>Notes that the authors were told; what was noted before is gone.</summary>
    Task PutToldAsync(CycleId cycle, ToldFigures told, CancellationToken cancellation = default);

    /// <summary>Writes a node's row if it is still the version that was found before its children were read; every write makes another version.</summary>
    /// <returns>False if somebody was first.</returns>
    Task<bool> TryPutAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        FigureRow row,
        string? version,
        CancellationToken cancellation = default
    );
}
