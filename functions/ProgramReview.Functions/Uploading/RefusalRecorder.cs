using System.Globalization;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Uploading;

/// <summary>Puts an attempt that was refused before any byte was read on record, with its receipt, and mails that receipt.</summary>
public sealed partial class RefusalRecorder(
    Recorder recorder,
    ReceiptIssuer receipts,
    MailDispatcher mails,
    IEntropy entropy,
    TimeProvider clock,
    ILogger<RefusalRecorder> logger
)
{
    /// <summary>Records one attempt, unless so many equal ones are on record that one more would prove nothing.</summary>
    /// <returns>The refusal with the entry that holds the receipt.</returns>
    public Task<UploadPermission.Refused> RecordAsync(
        RunningCycle cycle,
        EventStream known,
        RefusedAttempt attempt,
        CancellationToken cancellation
    ) => RecordAsync(cycle, known, attempt, $"refused-{AttemptName.Next(entropy)}", cancellation);

    /// <summary>The same for an attempt that is known by a key, and on record once.</summary>
    public async Task<UploadPermission.Refused> RecordAsync(
        RunningCycle cycle,
        EventStream known,
        RefusedAttempt attempt,
        string key,
        CancellationToken cancellation
    )
    {
        var assignment = AssignmentId.Parse(known.Id.Value);
        Entry? standing = null;
        var recorded = await recorder.WriteAsync(
            known,
            key,
            async (entries, stop) =>
                (
                    standing = AskingPace.Standing(
                        entries,
                        attempt.Person,
                        attempt.Part,
                        attempt.Why.Code,
                        attempt.At
                    )
                )
                    is not null
                    ? null
                    : new AssignmentEvent.AttemptRefused(
                        entries.Assignment.Current?.Number ?? 0,
                        attempt.Part,
                        attempt.Why.Code,
                        attempt.Person,
                        attempt.FileName,
                        attempt.Why.Arguments,
                        await receipts.IssueAsync(
                            keyId => ReceiptOf.Refusal(PlaceOf(keyId, entries), attempt),
                            stop
                        )
                    ),
            cancellation
        );
        if (recorded is null)
        {
            return new UploadPermission.Refused(attempt.Why, standing!, known, IsRecorded: false);
        }
        await MailAsync(cycle, assignment, attempt, recorded, cancellation);
        return new UploadPermission.Refused(attempt.Why, recorded.Entry, recorded.Stream);

        ReceiptPlace PlaceOf(string keyId, IReadOnlyList<Entry> entries) =>
            new(
                assignment,
                cycle.Plan,
                cycle.State.Start!.PlanHash,
                entries,
                clock.GetUtcNow(),
                keyId
            );
    }

    // One mail per part, reason and day: whoever holds a link must not be able to fill a mailbox by trying.
    private async Task MailAsync(
        RunningCycle cycle,
        AssignmentId assignment,
        RefusedAttempt attempt,
        Recorded recorded,
        CancellationToken cancellation
    )
    {
        var day = TimeZoneInfo
            .ConvertTime(attempt.At, cycle.Plan.Zone)
            .ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        try
        {
            await mails.DispatchAsync(
                new MailRequest(
                    cycle.Ref,
                    nameof(RefusedLetter),
                    attempt.Person,
                    assignment.ToString(),
                    $"refused-{attempt.Part}-{attempt.Why.Code}-{day}"
                )
                {
                    Link = LinkPurpose.Upload,
                    LinkExpires = attempt.At + LinkLife.Fresh,
                    Arguments = new Dictionary<string, string>
                    {
                        [RefusedLetter.Sequence] = recorded.Entry.Sequence.ToString(
                            CultureInfo.InvariantCulture
                        ),
                    },
                    Source = new MailSource(cycle, recorded.Stream),
                },
                cancellation
            );
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            // The answer with the receipt must not wait for a mail server; the daily sweep sends what lies in the outbox.
            Log.NotMailed(logger, ReceiptNumber.Of(recorded.Entry), trouble);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Receipt {Receipt} of a refused attempt could not be mailed yet"
        )]
        public static partial void NotMailed(ILogger logger, string receipt, Exception trouble);
    }
}
