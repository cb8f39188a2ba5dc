using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.InMemory;

/// <summary>Outstanding names in memory, in order of assignment and name so that a simulation repeats itself.</summary>
public sealed class InMemoryPermissionIndex : IPermissionIndex
{
    private readonly ConcurrentDictionary<CycleId, Outstanding> cycles = new();

    /// <inheritdoc/>
    public Task AddAsync(OutstandingPermission permission, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        cycles.GetOrAdd(permission.Assignment.Cycle, _ => new Outstanding()).Put(permission);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(
        OutstandingPermission permission,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        if (cycles.TryGetValue(permission.Assignment.Cycle, out var outstanding))
        {
            outstanding.Remove(permission);
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OutstandingPermission> ListAsync(
        CycleId cycle,
        AssignmentId? assignment = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await Task.CompletedTask;
        var found = cycles.TryGetValue(cycle, out var outstanding)
            ? outstanding.List(assignment)
            : [];
        foreach (var permission in found)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return permission;
        }
    }

    private sealed class Outstanding
    {
        private readonly Lock gate = new();
        private readonly SortedDictionary<
            string,
            SortedDictionary<string, OutstandingPermission>
        > assignments = new(StringComparer.Ordinal);

        public void Put(OutstandingPermission permission)
        {
            lock (gate)
            {
                var key = permission.Assignment.ToString();
                if (!assignments.TryGetValue(key, out var names))
                {
                    assignments[key] = names = new(StringComparer.Ordinal);
                }
                names[permission.BlobName] = permission;
            }
        }

        public void Remove(OutstandingPermission permission)
        {
            lock (gate)
            {
                var key = permission.Assignment.ToString();
                if (
                    assignments.TryGetValue(key, out var names)
                    && names.Remove(permission.BlobName)
                    && names.Count == 0
                )
                {
                    assignments.Remove(key);
                }
            }
        }

        public IReadOnlyList<OutstandingPermission> List(AssignmentId? assignment)
        {
            lock (gate)
            {
                return assignment is null
                        ? [.. assignments.Values.SelectMany(names => names.Values)]
                    : assignments.TryGetValue(assignment.ToString(), out var names)
                        ? [.. names.Values]
                    : [];
            }
        }
    }
}
