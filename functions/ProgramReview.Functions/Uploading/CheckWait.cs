using System.Diagnostics;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Uploading;

/// <summary>Waits a moment for the check of a file, so that whoever sent it mostly learns all at once.</summary>
/// <param name="record">Where the check will stand.</param>
/// <param name="news">Tells of what this process records; what others did is looked for now and then.</param>
/// <param name="longest">How long, by the wall's clock whatever the product's says: somebody sits before the page.</param>
public sealed class CheckWait(IEventStore record, CheckNews news, TimeSpan longest)
{
    /// <summary>What a person waits for without wondering.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The stream once the check is on record, or as it is when the time is up.</summary>
    /// <param name="known">The assignment's stream, read a moment ago.</param>
    /// <param name="blobName">The file.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<EventStream> WaitAsync(
        EventStream known,
        string blobName,
        CancellationToken cancellation
    )
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(string name)
        {
            if (name == blobName)
            {
                heard.TrySetResult();
            }
        }

        var began = Stopwatch.GetTimestamp();
        news.Recorded += Hear;
        try
        {
            while (
                known.Assignment.Submissions.Any(one =>
                    one.BlobName == blobName && one.IsBeingChecked
                )
                && Stopwatch.GetElapsedTime(began) < longest
            )
            {
                await Task.WhenAny(
                    heard.Task,
                    Task.Delay(Pause, TimeProvider.System, cancellation)
                );
                // What is on record when it is told is found by the next look.
                heard = heard.Task.IsCompleted
                    ? new(TaskCreationOptions.RunContinuationsAsynchronously)
                    : heard;
                known = await record.ReadAsync(known.Id, cancellation);
            }
            return known;
        }
        finally
        {
            news.Recorded -= Hear;
        }
    }
}
