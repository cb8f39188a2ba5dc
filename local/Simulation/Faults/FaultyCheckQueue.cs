using ProgramReview.Functions.Checking;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>The queue of checks: a message may be lost, come late and so after others, or twice.</summary>
/// <param name="connection">The way to the queue.</param>
/// <param name="later">Delivers a message after a while.</param>
internal sealed class FaultyCheckQueue(FaultyConnection connection, Action<string, TimeSpan> later)
    : ICheckQueue
{
    public Task EnqueueAsync(string blobName, CancellationToken cancellation) =>
        connection.WriteAsync(
            $"queue check of {StableName.Blob(blobName)}",
            () =>
            {
                connection.Deliver(
                    $"the check of {StableName.Blob(blobName)}",
                    TimeSpan.FromSeconds(3),
                    delay => later(blobName, delay)
                );
                return Task.CompletedTask;
            }
        );
}
