using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Durable;

namespace ProgramReview.Functions.Uploading;

/// <summary>Who waits for what is found in a file.</summary>
internal static class CheckedFiles
{
    /// <summary>Rings the file's window, and the cycle if that window has ended: then the cycle waits for it.</summary>
    public static async Task WakeAsync(
        DurableTaskClient client,
        EventStream stream,
        Submission submission,
        CancellationToken cancellation
    )
    {
        var assignment = AssignmentId.Parse(stream.Id.Value);
        await client.WakeAsync(assignment.InstanceId(submission.Window), cancellation);
        if (stream.Assignment.WindowOf(submission).Outcome is not null)
        {
            await client.WakeAsync(assignment.Cycle.InstanceId, cancellation);
        }
    }
}
