using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Receipts;

namespace ProgramReview.Functions.Uploading;

/// <summary>
/// The one way what a scanner said of a stored file gets on record, whoever brings it: once for each verdict. Malware is told to the sender, with a
/// receipt, and to the process at once. Calling it again finishes what a crash left undone and adds nothing.
/// </summary>
public sealed partial class FileScans(
    IMalwareScanner scanner,
    ISubmissionStore submissions,
    Recorder recorder,
    ReceiptIssuer receipts,
    FoundMails mails,
    TimeProvider clock,
    ILogger<FileScans> logger
)
{
    /// <summary>Whether a file is read only after a scanner has said something of it that it has not said yet.</summary>
    public bool IsAwaited(Submission submission) =>
        scanner.Mode != ScanMode.None && submission is { Scans.Count: 0, Check: null };

    /// <summary>Whether a file is still without a verdict, although a scanner is there to give one.</summary>
    public bool IsMissing(Submission submission) =>
        scanner.Mode != ScanMode.None && submission is { IsClean: false, IsInfected: false };

    /// <summary>Asks the scanner about a file without a verdict, if it can be asked, and records what it says.</summary>
    /// <param name="client">Rings the assignment's process.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="known">The assignment's stream, read a moment ago.</param>
    /// <param name="submission">The file.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The stream with it.</returns>
    public async Task<EventStream> AskAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        EventStream known,
        Submission submission,
        CancellationToken cancellation
    )
    {
        if (submission.IsInfected)
        {
            await TellAsync(client, cycle, known, submission, cancellation);
            return known;
        }
        if (scanner.Mode != ScanMode.OnRequest || submission.IsClean)
        {
            return known;
        }
        await using var content = await submissions.OpenAsync(submission.BlobName, cancellation);
        return await scanner.AskAsync(content, cancellation) is { } result
            ? await RecordAsync(client, cycle, known, submission, result, cancellation)
            : known;
    }

    /// <summary>Records what a scanner said, unless the same or worse is on record.</summary>
    /// <param name="client">Rings the assignment's process.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="known">The assignment's stream, read a moment ago.</param>
    /// <param name="submission">The file.</param>
    /// <param name="result">What it said.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The stream with it.</returns>
    public async Task<EventStream> RecordAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        EventStream known,
        Submission submission,
        ScanResult result,
        CancellationToken cancellation
    )
    {
        var name = submission.BlobName;
        var seen = known;
        var recorded = await recorder.WriteAsync(
            known,
            $"scanned-{name}-{submission.ETag}-{result.Verdict}",
            async (entries, stop) =>
            {
                seen = entries;
                var file = entries.Assignment.Submissions.First(one => one.BlobName == name);
                if (file.IsInfected || (file.IsClean && result.Verdict != ScanVerdict.Malicious))
                {
                    return null;
                }
                var scanned = new AssignmentEvent.Scanned(file.Window, file.Part, name, result);
                return result.Verdict == ScanVerdict.Malicious
                    ? scanned with
                    {
                        Receipt = await ReceiptAsync(cycle, entries, scanned, stop),
                    }
                    : scanned;
            },
            cancellation
        );
        var stream = recorded?.Stream ?? seen;
        var now = stream.Assignment.Submissions.First(one => one.BlobName == name);
        if (now.IsInfected)
        {
            if (recorded is { IsNew: true })
            {
                Log.Infected(logger, name);
            }
            await TellAsync(client, cycle, stream, now, cancellation);
        }
        return stream;
    }

    private Task<string> ReceiptAsync(
        RunningCycle cycle,
        EventStream entries,
        AssignmentEvent.Scanned scanned,
        CancellationToken cancellation
    ) =>
        receipts.IssueAsync(
            keyId =>
                ReceiptOf.Infected(
                    new ReceiptPlace(
                        AssignmentId.Parse(entries.Id.Value),
                        cycle.Plan,
                        cycle.State.Start!.PlanHash,
                        entries,
                        clock.GetUtcNow(),
                        keyId
                    ),
                    entries.First(entry =>
                        entry.Event is AssignmentEvent.SubmissionRecorded { Submission: var one }
                        && one.BlobName == scanned.BlobName
                    ),
                    scanned
                ),
            cancellation
        );

    private async Task TellAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        EventStream stream,
        Submission submission,
        CancellationToken cancellation
    )
    {
        await CheckedFiles.WakeAsync(client, stream, submission, cancellation);
        await mails.SendAsync(
            cycle,
            stream,
            submission,
            stream.First(entry =>
                entry.Event
                    is AssignmentEvent.Scanned { Result.Verdict: ScanVerdict.Malicious } scanned
                && scanned.BlobName == submission.BlobName
            ),
            nameof(InfectedLetter),
            "infected",
            cancellation
        );
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Malware was found in {BlobName}")]
        public static partial void Infected(ILogger logger, string blobName);
    }
}
