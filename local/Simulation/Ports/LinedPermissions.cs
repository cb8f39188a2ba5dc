using System.Runtime.CompilerServices;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The outstanding names behind a line.</summary>
internal sealed class LinedPermissions(IPermissionIndex inner, Line line) : IPermissionIndex
{
    public Task AddAsync(OutstandingPermission permission, CancellationToken cancellation) =>
        line.WriteAsync(
            $"note permission for {permission.Assignment}",
            () => inner.AddAsync(permission, cancellation)
        );

    public Task RemoveAsync(OutstandingPermission permission, CancellationToken cancellation) =>
        line.WriteAsync(
            $"forget permission for {permission.Assignment}",
            () => inner.RemoveAsync(permission, cancellation)
        );

    public async IAsyncEnumerable<OutstandingPermission> ListAsync(
        CycleId cycle,
        AssignmentId? assignment,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var all = await line.ReadAsync(
            "list permissions",
            async () =>
                await inner.ListAsync(cycle, assignment, cancellation).ToListAsync(cancellation)
        );
        foreach (var permission in all)
        {
            yield return permission;
        }
    }
}
