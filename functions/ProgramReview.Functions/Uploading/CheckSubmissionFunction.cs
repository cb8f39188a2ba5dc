using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>Answers the queue of checks: one message, one file.</summary>
internal sealed class CheckSubmissionFunction(SubmissionChecker checker)
{
    /// <summary>Checks the file; a name that is on record nowhere is dropped.</summary>
    [Function(nameof(CheckSubmissionFunction))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.CheckQueueName, Connection = "Storage")] string message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => checker.CheckAsync(client, message, cancellation);
}
