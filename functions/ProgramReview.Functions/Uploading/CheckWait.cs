using System.Diagnostics;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Uploading;

/// <summary>Waits a moment for the check of a file, so that whoever sent it mostly learns all at once.</summary>
public sealed class CheckWait(IEventStore record)
{
    // By the wall's clock, whatever the product's says: somebody sits before the page.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The stream once the check is on record, or as it is after a few seconds.</summary>
    public async Task<EventStream> WaitAsync(
        AssignmentId assignment,
        string blobName,
        CancellationToken cancellation
    )
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var stream = await record.ReadAsync(assignment.Stream, cancellation);
            if (
                Stopwatch.GetElapsedTime(began) >= Longest
                || !stream.Assignment.Submissions.Any(one =>
                    one.BlobName == blobName && one.IsBeingChecked
                )
            )
            {
                return stream;
            }
            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }
    }
}
