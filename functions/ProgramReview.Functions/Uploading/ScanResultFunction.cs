using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>Answers the queue of scan results: one message, one file.</summary>
internal sealed class ScanResultFunction(ScanResultRecorder recorder)
{
    /// <summary>Records the verdict; a message that tells none is dropped, since trying again would not mend it.</summary>
    [Function(nameof(ScanResultFunction))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.ScanResultQueueName, Connection = "Storage")] string message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => recorder.TakeAsync(client, message, cancellation);
}
