using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>The doorbell queue: a message may be lost, come late and so after others, or twice.</summary>
/// <param name="faults">What goes wrong.</param>
/// <param name="connection">The way to the queue.</param>
/// <param name="later">Delivers a message after a while.</param>
internal sealed class FaultyBlobCreatedQueue(
    FaultInjection faults,
    FaultyConnection connection,
    Action<string, TimeSpan> later
) : IBlobCreatedQueue
{
    public Task WakeAsync(string blobName, CancellationToken cancellation) =>
        connection.WriteAsync(
            $"doorbell for {StableName.Blob(blobName)}",
            () => PutAsync(blobName)
        );

    /// <summary>The storage event of a committed blob.</summary>
    public void Committed(string blobName) => Put(blobName);

    private Task PutAsync(string blobName)
    {
        Put(blobName);
        return Task.CompletedTask;
    }

    private void Put(string blobName)
    {
        var where = $"the doorbell for {StableName.Blob(blobName)}";
        switch (faults.At(where, Fault.Lost, Fault.Late, Fault.Doubled))
        {
            case Fault.Lost:
                break;
            case Fault.Late:
                later(blobName, faults.Lateness(where));
                break;
            case Fault.Doubled:
                later(blobName, TimeSpan.FromSeconds(5));
                later(blobName, faults.Lateness(where));
                break;
            default:
                later(blobName, TimeSpan.FromSeconds(5));
                break;
        }
    }
}
