using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Uploading;

/// <summary>At a due or closing instant, looks at every permitted name of an assignment: bytes count even if their news was lost.</summary>
internal sealed class LookForUploadsActivity(
    IPermissionIndex permissions,
    SubmissionRecorder recorder
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, ReportInput input) =>
        context.CallActivityAsync(nameof(LookForUploadsActivity), input, Retries.Standard);

    /// <summary>Looks; may run more than once.</summary>
    [Function(nameof(LookForUploadsActivity))]
    public async Task RunAsync(
        [ActivityTrigger] ReportInput input,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var attempts = new Attempts(cancellation);
        await attempts.EachAsync(
            permissions.ListAsync(input.Cycle.Cycle, input.Assignment, cancellation),
            permission =>
                recorder.RecordAsync(client, permission.BlobName, Channel.Deadline, cancellation)
        );
        attempts.ThrowIfAnyFailed();
    }
}
