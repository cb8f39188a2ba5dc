using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Receipts;

namespace ProgramReview.Functions.Uploading;

/// <summary>
/// The one way what a check said gets on record: once per stored file, with its receipt; and a letter follows if there is something to mend or to
/// explain. Calling it again adds nothing.
/// </summary>
public sealed class CheckRecorder(
    Recorder recorder,
    ReceiptIssuer receipts,
    FoundMails mails,
    CheckNews news,
    TimeProvider clock
)
{
    /// <summary>Records it, unless something is on record for the file.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="known">The assignment's stream, read a moment ago.</param>
    /// <param name="submission">The file.</param>
    /// <param name="decide">From all entries so far to what was found. May run several times.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The stream with it.</returns>
    public async Task<EventStream> RecordAsync(
        RunningCycle cycle,
        EventStream known,
        Submission submission,
        Func<EventStream, CancellationToken, Task<ContentCheck>> decide,
        CancellationToken cancellation
    )
    {
        var assignment = AssignmentId.Parse(known.Id.Value);
        var recorded = await recorder.WriteAsync(
            known,
            $"checked-{submission.BlobName}-{submission.ETag}",
            async (entries, stop) =>
            {
                var checkedNow = new AssignmentEvent.Checked(
                    submission.Window,
                    submission.Part,
                    submission.BlobName,
                    await decide(entries, stop)
                );
                var first = entries.First(entry =>
                    entry.Event is AssignmentEvent.SubmissionRecorded { Submission: var one }
                    && one.BlobName == submission.BlobName
                );
                return checkedNow with
                {
                    Receipt = await receipts.IssueAsync(
                        keyId =>
                            ReceiptOf.Checked(
                                new ReceiptPlace(
                                    assignment,
                                    cycle.Plan,
                                    cycle.State.Start!.PlanHash,
                                    entries,
                                    clock.GetUtcNow(),
                                    keyId
                                ),
                                first,
                                checkedNow
                            ),
                        stop
                    ),
                };
            },
            cancellation
        );
        news.Tell(submission.BlobName);
        return recorded!.Stream;
    }

    /// <summary>Mails whoever sent the file, once, if there is something to mend or to explain.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="stream">The assignment's stream, with what the check said.</param>
    /// <param name="blobName">The file.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task TellAsync(
        RunningCycle cycle,
        EventStream stream,
        string blobName,
        CancellationToken cancellation
    )
    {
        var submission = stream.Assignment.Submissions.First(one => one.BlobName == blobName);
        if (CheckedLetter.IsWorthIt(stream.Assignment, submission))
        {
            await mails.SendAsync(
                cycle,
                stream,
                submission,
                stream.First(one =>
                    one.Event is AssignmentEvent.Checked said && said.BlobName == blobName
                ),
                nameof(CheckedLetter),
                "checked",
                cancellation
            );
        }
    }
}
