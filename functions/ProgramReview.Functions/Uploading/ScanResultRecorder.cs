using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Uploading;

/// <summary>
/// Takes verdicts that storage tells of by itself. One is believed only where such a scanner is set, and only of the very version on record: by its
/// ETag as storage has it now and, where it is told, by the hash of its bytes.
/// </summary>
public sealed partial class ScanResultRecorder(
    IMalwareScanner scanner,
    ISubmissionStore submissions,
    SubmissionRecorder recorder,
    FileScans scans,
    MinutesScans minutes,
    IEventStore record,
    Cycles cycles,
    ICheckQueue checks,
    ILogger<ScanResultRecorder> logger
)
{
    /// <summary>Puts a verdict on record, and has the file read that waited for it; may be repeated.</summary>
    /// <param name="client">Rings the assignment's process.</param>
    /// <param name="message">Whatever stood on the queue.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task TakeAsync(
        DurableTaskClient client,
        string message,
        CancellationToken cancellation
    )
    {
        if (scanner.Mode != ScanMode.ByEvent || ScanResultMessage.Read(message) is not { } told)
        {
            Log.Unreadable(logger);
            return;
        }
        if (MinutesName.TryParse(told.BlobName, null, out var session))
        {
            await TakeMinutesAsync(session, told, cancellation);
            return;
        }
        if (
            !BlobName.TryParse(told.BlobName, null, out var name)
            || await cycles.FindAsync(name.Assignment.Cycle, cancellation) is not { } cycle
        )
        {
            Log.Unreadable(logger);
            return;
        }
        // It is news of the blob as well: the verdict may be here before anybody has recorded the file.
        await recorder.RecordAsync(client, told.BlobName, Channel.BlobCreated, cancellation);
        var stream = await record.ReadAsync(name.Assignment.Stream, cancellation);
        if (
            stream.Assignment.Submissions.FirstOrDefault(one => one.BlobName == told.BlobName)
                is not { } submission
            || !await IsAboutAsync(submission, told, cancellation)
        )
        {
            Log.OfAnother(logger, told.BlobName, told.ETag);
            return;
        }
        await scans.RecordAsync(client, cycle, stream, submission, told.Result, cancellation);
        await checks.EnqueueAsync(told.BlobName, cancellation);
    }

    // Their name is their hash, and only the product puts them there: whatever version storage has now is the one on record.
    private async Task TakeMinutesAsync(
        MinutesName name,
        ScanResultMessage told,
        CancellationToken cancellation
    )
    {
        if (
            (told.Sha256 ?? name.Sha256) != name.Sha256
            || await submissions.FindAsync(told.BlobName, cancellation) is not { } blob
            || blob.ETag.Trim('"') != told.ETag
            || await cycles.FindAsync(name.Cycle, cancellation) is not { State.End: null } cycle
        )
        {
            Log.OfAnother(logger, told.BlobName, told.ETag);
            return;
        }
        await minutes.RecordAsync(cycle.Stream, name, told.Result, cancellation);
    }

    // What was put back from an export is another version to storage, and to the record the one that it knows.
    private async Task<bool> IsAboutAsync(
        Submission submission,
        ScanResultMessage told,
        CancellationToken cancellation
    ) =>
        (told.Sha256 ?? submission.Sha256) == submission.Sha256
        && await submissions.FindAsync(told.BlobName, cancellation) is { } blob
        && blob.ETag.Trim('"') == told.ETag
        && (blob.ETag == submission.ETag || blob.CopyOf == submission.ETag);

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "A message on the queue of scan results tells no verdict that is believed here; it was dropped."
        )]
        public static partial void Unreadable(ILogger logger);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "A verdict is about no version on record: {BlobName}, ETag {ETag}; it was dropped."
        )]
        public static partial void OfAnother(ILogger logger, string blobName, string eTag);
    }
}
