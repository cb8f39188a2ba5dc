using Microsoft.Extensions.Logging;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Uploading;

/// <summary>Writes down that files were not checked in the time that is given for it; a person may still say that they count.</summary>
public sealed partial class OverdueChecks(
    Cycles cycles,
    IEventStore record,
    FileScans scans,
    CheckRecorder recorder,
    ILogger<OverdueChecks> logger
)
{
    /// <summary>Gives up every check of an assignment whose time is up; may run more than once.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="at">The present of whoever waits.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task GiveUpAsync(
        AssignmentId assignment,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var cycle = (await cycles.FindAsync(assignment.Cycle, cancellation))!;
        var stream = await record.ReadAsync(assignment.Stream, cancellation);
        var state = stream.Assignment;
        foreach (
            var submission in state.Submissions.Where(one =>
                one.IsBeingChecked && state.WindowOf(one).GivesUp(one) <= at
            )
        )
        {
            stream = await recorder.RecordAsync(
                cycle,
                stream,
                submission,
                (_, _) =>
                    Task.FromResult(
                        CheckResult.Nothing(
                            scans.IsAwaited(submission)
                                ? ContentCheck.NotScanned
                                : ContentCheck.NotChecked
                        )
                    ),
                cancellation
            );
            try
            {
                await recorder.TellAsync(cycle, stream, submission.BlobName, cancellation);
            }
            catch (Exception trouble) when (!cancellation.IsCancellationRequested)
            {
                // The window must not wait for a mail server; the daily sweep sends what lies in the outbox.
                Log.NotMailed(logger, submission.BlobName, trouble);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "That {BlobName} was not checked could not be mailed yet"
        )]
        public static partial void NotMailed(ILogger logger, string blobName, Exception trouble);
    }
}
