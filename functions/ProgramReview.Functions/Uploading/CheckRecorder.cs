using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Receipts;
using ProgramReview.Core.Requesting;
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

    /// <summary>Records what was found in two checked files side by side, once.</summary>
    /// <param name="known">The assignment's stream, read a moment ago.</param>
    /// <param name="submission">The first.</param>
    /// <param name="pair">The other, and what was found.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The stream with it.</returns>
    public async Task<EventStream> RecordAsync(
        EventStream known,
        Submission submission,
        PairCheck pair,
        CancellationToken cancellation
    )
    {
        var recorded = await recorder.WriteAsync(
            known,
            $"compared-{submission.BlobName}-{pair.BlobName}",
            _ => new AssignmentEvent.PairCompared(
                submission.Window,
                submission.Part,
                submission.BlobName,
                pair
            ),
            cancellation
        );
        return recorded!.Stream;
    }

    /// <summary>
    /// Mails whoever sent the file, once for each entry about it, if there is something to mend or to explain. Where a comparison comes too late to be
    /// explained by the body, operations see it.
    /// </summary>
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
        var state = stream.Assignment;
        var submission = state.Submissions.First(one => one.BlobName == blobName);
        foreach (var entry in stream)
        {
            var occasion = entry.Event switch
            {
                AssignmentEvent.Checked said
                    when said.BlobName == blobName && CheckedLetter.IsWorthIt(state, submission) =>
                    "checked",
                AssignmentEvent.PairCompared compared
                    when compared.BlobName == blobName
                        && compared.Pair.Findings.Any(finding => finding.Severity > Severity.Info)
                        && ExplanationRules.OpenUntil(state, compared.Part, clock.GetUtcNow())
                            is not null => $"compared-{compared.Pair.BlobName.Split('/')[^1]}",
                _ => null,
            };
            if (occasion is not null)
            {
                await mails.SendAsync(
                    cycle,
                    stream,
                    submission,
                    entry,
                    nameof(CheckedLetter),
                    occasion,
                    cancellation
                );
            }
        }
    }
}
