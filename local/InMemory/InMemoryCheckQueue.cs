using ProgramReview.Functions.Checking;

namespace ProgramReview.Local.InMemory;

/// <summary>The queue of checks in memory.</summary>
public sealed class InMemoryCheckQueue(TimeProvider clock) : InMemoryQueue(clock), ICheckQueue
{
    /// <inheritdoc/>
    public Task EnqueueAsync(string blobName, CancellationToken cancellation = default) =>
        AddAsync(blobName, cancellation);
}
