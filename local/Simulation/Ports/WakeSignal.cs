using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Simulation.Chance;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The doorbell queue: a message may be lost, come late and so after others, or twice.</summary>
/// <param name="mishaps">What goes wrong.</param>
/// <param name="line">The line to the queue.</param>
/// <param name="later">Delivers a message after a while.</param>
internal sealed class WakeSignal(Mishaps mishaps, Line line, Action<string, TimeSpan> later)
    : IBlobCreatedQueue
{
    public Task WakeAsync(string blobName, CancellationToken cancellation) =>
        line.WriteAsync($"doorbell for {Plain.Blob(blobName)}", () => PutAsync(blobName));

    /// <summary>The storage event of a committed blob.</summary>
    public void Committed(string blobName) => Put(blobName);

    private Task PutAsync(string blobName)
    {
        Put(blobName);
        return Task.CompletedTask;
    }

    private void Put(string blobName)
    {
        var where = $"the doorbell for {Plain.Blob(blobName)}";
        switch (mishaps.At(where, Mishap.Lost, Mishap.Late, Mishap.Doubled))
        {
            case Mishap.Lost:
                break;
            case Mishap.Late:
                later(blobName, mishaps.Lateness(where));
                break;
            case Mishap.Doubled:
                later(blobName, TimeSpan.FromSeconds(5));
                later(blobName, mishaps.Lateness(where));
                break;
            default:
                later(blobName, TimeSpan.FromSeconds(5));
                break;
        }
    }
}
