using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>Answers the doorbell queue: a blob was created, in the words of the storage event.</summary>
internal sealed partial class BlobCreatedFunction(
    SubmissionRecorder recorder,
    ILogger<BlobCreatedFunction> logger
)
{
    /// <summary>Records the blob; a message that names none is dropped, since trying again would not mend it.</summary>
    [Function(nameof(BlobCreatedFunction))]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.BlobCreatedQueueName, Connection = "Storage")] string message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (BlobCreatedMessage.TryReadBlobName(message, out var blobName))
        {
            await recorder.RecordAsync(client, blobName, Channel.BlobCreated, cancellation);
        }
        else
        {
            Log.Unreadable(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "A message on the doorbell queue names no blob of ours; it was dropped."
        )]
        public static partial void Unreadable(ILogger logger);
    }
}
