using ProgramReview.Core.Events;

namespace ProgramReview.Core.Receipts;

/// <summary>Draws a receipt from what is on record and what is about to be.</summary>
public static class ReceiptOf
{
    private const int MaxFileName = 600;
    private const int MaxName = 240;

    /// <summary>The receipt of a committed file.</summary>
    /// <param name="place">Where it is made.</param>
    /// <param name="submission">What is about to be recorded.</param>
    /// <param name="permitted">When the permission was given, or null if nobody asked for one.</param>
    public static Receipt Submission(
        ReceiptPlace place,
        Submission submission,
        DateTimeOffset? permitted
    ) =>
        Stored(place, submission, permitted) with
        {
            Checks = submission.IsBeingChecked ? ReceiptChecks.Outstanding : null,
            Acceptance = AcceptanceOf(submission),
            Replaces = Replaced(
                place,
                AssignmentState.Of(place.Entries).With(submission),
                submission
            ),
        };

    /// <summary>The receipt of what a check of content said; it tells of the file and its instants what the receipt of the storing told.</summary>
    /// <param name="place">Where it is made.</param>
    /// <param name="recorded">The entry that recorded the file.</param>
    /// <param name="checkedNow">What is about to be recorded.</param>
    public static Receipt Checked(
        ReceiptPlace place,
        Entry recorded,
        AssignmentEvent.Checked checkedNow
    ) => Found(place, recorded, checkedNow.BlobName, checkedNow);

    /// <summary>The receipt of a file in which malware was found, before or after it was said to count.</summary>
    /// <param name="place">Where it is made.</param>
    /// <param name="recorded">The entry that recorded the file.</param>
    /// <param name="scanned">What is about to be recorded.</param>
    public static Receipt Infected(
        ReceiptPlace place,
        Entry recorded,
        AssignmentEvent.Scanned scanned
    ) => Found(place, recorded, scanned.BlobName, scanned);

    private static Receipt Found(
        ReceiptPlace place,
        Entry recorded,
        string blobName,
        AssignmentEvent found
    )
    {
        var after = AssignmentState.Of(place.Entries).Apply(found);
        var submission = after.Submissions.First(one => one.BlobName == blobName);
        var permitted = place.Entries.FirstOrDefault(entry =>
            entry.Event is AssignmentEvent.UploadPermitted permission
            && permission.BlobName == blobName
        );
        return Stored(place, submission, permitted?.RecordedAt) with
        {
            Checks = ReceiptChecks.Done,
            Follows = ReceiptNumber.Of(recorded),
            Acceptance = AcceptanceOf(submission),
            Replaces = Replaced(place, after, submission),
        };
    }

    private static Receipt Stored(
        ReceiptPlace place,
        Submission submission,
        DateTimeOffset? permitted
    ) =>
        Draft(place, submission.Window, submission.Part, submission.Person, submission.Channel) with
        {
            Attempt = ReceiptAttempt.BytesStored,
            File = new ReceiptFile
            {
                Name = ReceiptText.Cut(submission.FileName, MaxFileName),
                Size = submission.Size,
                Sha256 = submission.Sha256,
                BrowserSha256 = submission.BrowserSha256,
                ETag = submission.ETag,
            },
            Instants = new ReceiptInstants(
                permitted?.ToUniversalTime(),
                (submission.EvidenceStored ?? submission.Judgement.Committed).ToUniversalTime(),
                submission.Noticed.ToUniversalTime(),
                place.Judged.ToUniversalTime()
            ),
            Timeliness = ReceiptTimeliness.Of(
                submission.Judgement,
                submission.OnBehalf is null ? ReceiptInstantKind.Commit : ReceiptInstantKind.Arrival
            ),
        };

    /// <summary>The receipt of an attempt that was refused before any byte was stored; judged by the instant of the request.</summary>
    /// <param name="place">Where it is made.</param>
    /// <param name="attempt">What was refused.</param>
    public static Receipt Refusal(ReceiptPlace place, RefusedAttempt attempt)
    {
        var current = AssignmentState.Of(place.Entries).Current;
        return Draft(
            place,
            current?.Number ?? 0,
            attempt.Part,
            attempt.Person,
            attempt.Channel
        ) with
        {
            Attempt = ReceiptAttempt.NoBytesStored,
            File = new ReceiptFile
            {
                Name = attempt.FileName is { } name ? ReceiptText.Cut(name, MaxFileName) : null,
                AnnouncedSize = attempt.Size,
            },
            Instants = new ReceiptInstants(
                Permitted: null,
                Committed: null,
                attempt.At.ToUniversalTime(),
                place.Judged.ToUniversalTime()
            ),
            Timeliness = current is null
                ? null
                : ReceiptTimeliness.Of(current.Judge(attempt.At), ReceiptInstantKind.Request),
            Acceptance = new ReceiptAcceptance(false, [attempt.Why.Code]),
        };
    }

    private static Receipt Draft(
        ReceiptPlace place,
        int window,
        string part,
        string person,
        Channel channel
    )
    {
        var type = place.Plan.ReportType(place.Assignment.ReportType);
        return new()
        {
            Version = SignedText.Version,
            Number = ReceiptNumber.Of(place.Assignment.Stream, (place.Last?.Sequence ?? 0) + 1),
            Attempt = default,
            Cycle = place.Assignment.Cycle.Value,
            Body = place.Assignment.Body,
            BodyName = ReceiptText.Cut(place.Plan.Body(place.Assignment.Body).Name.Vi, MaxName),
            ReportType = type.Code,
            ReportTitle = ReceiptText.Cut(type.Title.Vi, MaxName),
            Part = part,
            PartTitle = ReceiptText.Cut(type.FindPart(part)?.Title.Vi ?? part, MaxName),
            Window = window,
            PlanVersion = place.Plan.Plan.Version,
            PlanHash = place.PlanHash,
            Person = person,
            Channel = channel,
            File = new ReceiptFile(),
            Instants = new ReceiptInstants(null, null, place.Judged, place.Judged),
            Acceptance = new ReceiptAcceptance(false, []),
            ChainHead = new ReceiptHead(
                place.Last?.Sequence ?? 0,
                place.Last?.Hash ?? Chain.Origin
            ),
            KeyId = place.KeyId,
        };
    }

    private static ReceiptAcceptance AcceptanceOf(Submission submission) =>
        new(
            submission.IsBeingChecked ? null : submission.IsAcceptable,
            [.. submission.Findings.Select(finding => finding.Code).Distinct()]
        );

    // It replaces a version only if it is the one that counts for its part from now on.
    private static string? Replaced(
        ReceiptPlace place,
        AssignmentState after,
        Submission submission
    ) =>
        AssignmentState.Of(place.Entries).Counting(submission.Part) is { } counting
        && counting.BlobName != submission.BlobName
        && after.Counts(submission)
            ? ReceiptNumber.Of(
                place.Entries.First(entry =>
                    entry.Event is AssignmentEvent.SubmissionRecorded { Submission: var one }
                    && one.BlobName == counting.BlobName
                    && one.ETag == counting.ETag
                )
            )
            : null;
}
