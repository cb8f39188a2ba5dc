using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>
/// Notes of cycles that were taken out of storage and whose processes are still to go: the hub of processes is the running app's alone.
/// </summary>
public interface IPurgedCycles
{
    /// <summary>Notes a cycle; may be repeated.</summary>
    Task AddAsync(CycleId cycle, CancellationToken cancellation = default);

    /// <summary>All that were noted.</summary>
    Task<IReadOnlyList<CycleId>> ListAsync(CancellationToken cancellation = default);

    /// <summary>Forgets a note; no error if it is not there.</summary>
    Task RemoveAsync(CycleId cycle, CancellationToken cancellation = default);
}
