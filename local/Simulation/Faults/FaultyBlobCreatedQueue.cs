using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>The queue of stored blobs: a message may be lost, come late and so after others, or twice.</summary>
/// <param name="connection">The way to the queue.</param>
/// <param name="later">Delivers a message after a while.</param>
internal sealed class FaultyBlobCreatedQueue(
    FaultyConnection connection,
    Action<string, TimeSpan> later
) : IBlobCreatedQueue
{
    public Task WakeAsync(string blobName, CancellationToken cancellation) =>
        connection.WriteAsync(
            $"queue {StableName.Blob(blobName)}",
            () =>
            {
                Committed(blobName);
                return Task.CompletedTask;
            }
        );

    /// <summary>The storage event of a committed blob.</summary>
    public void Committed(string blobName) =>
        connection.Deliver(
            $"the message of {StableName.Blob(blobName)}",
            TimeSpan.FromSeconds(5),
            delay => later(blobName, delay)
        );
}
