using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Local.InMemory;

/// <summary>No index beside the record: for streams that belong to no cycle.</summary>
public sealed class NoRows : IRowWriter
{
    /// <inheritdoc/>
    public Task WriteAsync(
        AssignmentId assignment,
        EventStream stream,
        CancellationToken cancellation = default
    ) => Task.CompletedTask;
}
