using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Uploading;

/// <summary>
/// The one way a committed blob gets on record, whichever entrance the news came by: judged by the instant storage reports and by its shape,
/// written once per blob and version. What it holds, malware or a report, is looked at later. Calling it again finishes what a crash left undone and adds nothing.
/// </summary>
public sealed partial class SubmissionRecorder(
    ISubmissionStore submissions,
    IPermissionIndex permissions,
    Recorder recorder,
    IEventStore record,
    Cycles cycles,
    MailDispatcher mails,
    ReceiptIssuer receipts,
    RefusalRecorder refusals,
    ICheckQueue checks,
    FileScans scans,
    TimeProvider clock,
    ILogger<SubmissionRecorder> logger
)
{
    /// <summary>Records a blob of which the news came without a link.</summary>
    /// <param name="client">Rings the assignment's process.</param>
    /// <param name="blobName">The name that was permitted.</param>
    /// <param name="channel">By which door the news came.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The entry on record, a refusal if its bytes are not read, or null if there is no such blob or nobody was permitted to put it there.</returns>
    public async Task<Entry?> RecordAsync(
        DurableTaskClient client,
        string blobName,
        Channel channel,
        CancellationToken cancellation
    ) =>
        BlobName.TryParse(blobName, null, out var name)
        && await cycles.FindAsync(name.Assignment.Cycle, cancellation) is { } cycle
            ? (await RecordAsync(client, cycle, name, channel, null, null, cancellation))?.Entry
            : null;

    /// <summary>Records a blob of a cycle that was read already.</summary>
    /// <param name="client">Rings the assignment's process.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="name">The name that was permitted.</param>
    /// <param name="channel">By which door the news came.</param>
    /// <param name="browserSha256">The hash that the sender's browser computed before sending, lower-case hexadecimal, or null.</param>
    /// <param name="known">The assignment's stream if it was read already.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The same, with the stream that it stands in.</returns>
    public async Task<Recorded?> RecordAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        BlobName name,
        Channel channel,
        string? browserSha256,
        EventStream? known,
        CancellationToken cancellation
    )
    {
        var blobName = name.ToString();
        if (await submissions.FindAsync(blobName, cancellation) is not { } blob)
        {
            return null;
        }
        var noticed = clock.GetUtcNow();
        known ??= await record.ReadAsync(name.Assignment.Stream, cancellation);
        // What was put back from an export is another version to storage, and to the record the one that it knows.
        var version =
            blob.CopyOf is { } original && known.Find(KeyOf(original)) is not null
                ? original
                : blob.ETag;
        var key = KeyOf(version);
        if (Permitted(known, blobName) is not var (permission, permitted))
        {
            Log.NobodyWasPermitted(logger, blobName);
            return null;
        }

        var outstanding = new OutstandingPermission(name.Assignment, blobName, permission.Expires);
        var type = cycle.Plan.ReportType(name.Assignment.ReportType);
        // Permitted, so the plan asks for it.
        var part = type.FindPart(name.Part)!;
        if (StoredFileRules.Refuse(type, blob.Size, blob.IsReadable) is { } why)
        {
            var refused = await refusals.RecordAsync(
                cycle,
                known,
                new RefusedAttempt(
                    name.Part,
                    why,
                    permission.Person,
                    permission.FileName,
                    blob.Size,
                    channel,
                    blob.Committed
                ),
                $"refused-{blobName}-{blob.ETag}",
                cancellation
            );
            await permissions.RemoveAsync(outstanding, cancellation);
            return new Recorded(refused.Entry, refused.IsRecorded, refused.Stream);
        }

        var file = known.Find(key) is null ? await InspectAsync(blob, cancellation) : null;
        var recorded = await recorder.WriteAsync(
            known,
            key,
            async (entries, stop) =>
            {
                var window = entries.Assignment.Windows.Single(one => one.Number == name.Window);
                var findings = Checks.Run(type, part, file!);
                var submission = new Submission
                {
                    Window = name.Window,
                    Part = name.Part,
                    BlobName = blobName,
                    ETag = blob.ETag,
                    FileName = file!.Format is null
                        ? permission.FileName
                        : ServedFileName.Of(permission.FileName, file.Format),
                    IsRecognised = file.Format is not null,
                    Size = file.Size,
                    Sha256 = file.Sha256,
                    BrowserSha256 = browserSha256,
                    Person = permission.Person,
                    Noticed = noticed,
                    Channel = permission.OnBehalf is null ? channel : Channel.Operations,
                    // What came on paper is judged by its arrival, whoever notices the evidence; both instants are on record.
                    Judgement = permission.Corrects
                        ? window.JudgeCorrection(blob.Committed)
                        : window.Judge(permission.OnBehalf?.Arrived ?? blob.Committed),
                    OnBehalf = permission.OnBehalf,
                    EvidenceStored = permission.OnBehalf is null ? null : blob.Committed,
                    Findings = findings,
                    // What cannot count by its shape needs no look at what it holds.
                    AwaitsCheck = findings.All(finding => finding.Severity < Severity.Error),
                };
                return new AssignmentEvent.SubmissionRecorded(
                    submission,
                    await receipts.IssueAsync(
                        key => ReceiptOf.Submission(PlaceOf(key, entries), submission, permitted),
                        stop
                    )
                );
            },
            cancellation
        );
        string KeyOf(string etag) => $"submission-{blobName}-{etag}";
        ReceiptPlace PlaceOf(string keyId, IReadOnlyList<Entry> entries) =>
            new(
                name.Assignment,
                cycle.Plan,
                cycle.State.Start!.PlanHash,
                entries,
                clock.GetUtcNow(),
                keyId
            );

        var submission = ((AssignmentEvent.SubmissionRecorded)recorded!.Entry.Event).Submission;
        if (
            recorded.Stream.Assignment.Submissions.Any(one =>
                one.BlobName == blobName && (one.IsBeingChecked || scans.IsMissing(one))
            )
        )
        {
            await checks.EnqueueAsync(blobName, cancellation);
        }
        await ConfirmAsync(cycle, name, submission, recorded.Stream, cancellation);
        await client.WakeAsync(name.Assignment.InstanceId(name.Window), cancellation);
        // Last, so that the reconciler comes back to whatever a crash left undone above.
        await permissions.RemoveAsync(outstanding, cancellation);
        return recorded;
    }

    private async Task<FileFacts> InspectAsync(StoredBlob blob, CancellationToken cancellation)
    {
        await using var content = await submissions.HoldAsync(blob, cancellation);
        return await FileInspector.InspectAsync(content, cancellation);
    }

    private Task ConfirmAsync(
        RunningCycle cycle,
        BlobName name,
        Submission submission,
        EventStream stream,
        CancellationToken cancellation
    ) =>
        mails.DispatchAsync(
            new MailRequest(
                cycle.Ref,
                nameof(ReceivedLetter),
                submission.Person,
                name.Assignment.ToString(),
                $"received-{name.Permission}"
            )
            {
                Link = LinkPurpose.Upload,
                LinkExpires = LinkLife.EndsAfter(submission.Judgement.Closes, clock.GetUtcNow()),
                Arguments = new Dictionary<string, string>
                {
                    [ReceivedLetter.BlobName] = name.ToString(),
                },
                Source = new MailSource(cycle, stream),
            },
            cancellation
        );

    private static (AssignmentEvent.UploadPermitted Permission, DateTimeOffset At)? Permitted(
        IReadOnlyList<Entry> entries,
        string blobName
    )
    {
        foreach (var entry in entries)
        {
            if (
                entry.Event is AssignmentEvent.UploadPermitted permission
                && permission.BlobName == blobName
            )
            {
                return (permission, entry.RecordedAt);
            }
        }
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "A blob lies where nobody was permitted to put one: {BlobName}"
        )]
        public static partial void NobodyWasPermitted(ILogger logger, string blobName);
    }
}
