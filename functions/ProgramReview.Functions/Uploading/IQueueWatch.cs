using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>Looks at the product's queues and takes nothing from them.</summary>
public interface IQueueWatch
{
    /// <summary>How a queue stands.</summary>
    /// <param name="queue">One of <see cref="StorageNames.Queues"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<QueueState> LookAsync(string queue, CancellationToken cancellation = default);
}
