using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Uploading;

/// <summary>The names that were permitted and not yet seen: where the reconciler looks. Repeatable writes beside the record.</summary>
public interface IPermissionIndex
{
    /// <summary>Notes a name before its permission leaves the house.</summary>
    Task AddAsync(OutstandingPermission permission, CancellationToken cancellation = default);

    /// <summary>Forgets a name that was recorded or can no longer be used; no error if it is not there.</summary>
    Task RemoveAsync(OutstandingPermission permission, CancellationToken cancellation = default);

    /// <summary>All outstanding names of a cycle, or of one of its assignments.</summary>
    IAsyncEnumerable<OutstandingPermission> ListAsync(
        CycleId cycle,
        AssignmentId? assignment = null,
        CancellationToken cancellation = default
    );
}
