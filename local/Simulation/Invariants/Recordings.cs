using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Uploads beside what the record says of them, and which of them has to count.</summary>
internal static class Recordings
{
    /// <summary>Every upload that is on record, with its entry and what was written.</summary>
    public static IEnumerable<Recording> Of(Evidence evidence) =>
        evidence.Plan.Assignments.SelectMany(id => Of(evidence, id));

    /// <summary>What the record says of the uploads for an assignment.</summary>
    public static IEnumerable<Recording> Of(Evidence evidence, AssignmentId id) =>
        from line in evidence.Assignments[id]
        let recorded = line.Event as AssignmentEvent.SubmissionRecorded
        where recorded is not null
        let upload = evidence.Oracle.Uploads.Find(upload =>
            upload.BlobName == recorded.Submission.BlobName
        )
        where upload is not null
        select new Recording(upload, line.Entry, recorded.Submission);

    /// <summary>How an upload stands to time. Where an extension came in between, two verdicts are right, and the one that was given stands.</summary>
    public static TimelinessVerdict VerdictOf(Evidence evidence, StoredUpload upload)
    {
        var recording = Of(evidence, upload.Assignment)
            .FirstOrDefault(recording => recording.Upload == upload);
        var allowed = Windows.VerdictsOf(
            evidence,
            upload,
            recording?.Entry.RecordedAt ?? DateTimeOffset.MaxValue
        );
        var verdict =
            recording is not null && allowed.Contains(recording.Submission.Judgement.Verdict)
                ? recording.Submission.Judgement.Verdict
                : allowed.First();
        // What a person admitted stays late for ever.
        return
            verdict == TimelinessVerdict.Refused
            && evidence.Oracle.Admissions.ContainsKey(upload.BlobName)
            ? TimelinessVerdict.Late
            : verdict;
    }

    /// <summary>
    /// The upload that has to count, of these: of the newest window with a whole report, the newest on time, else the newest late one; null if none
    /// may.
    /// </summary>
    /// <param name="evidence">The run.</param>
    /// <param name="of">These.</param>
    /// <param name="isKnown">Whether an entry is known by then; all unless given.</param>
    public static StoredUpload? Best(
        Evidence evidence,
        IEnumerable<StoredUpload> of,
        Func<Evidence.Line, bool>? isKnown = null
    ) =>
        of.Where(upload => CanCount(evidence, upload, isKnown))
            .OrderByDescending(upload => upload.Window)
            .ThenByDescending(upload => VerdictOf(evidence, upload) == TimelinessVerdict.OnTime)
            .ThenByDescending(upload => upload.Told)
            .ThenByDescending(upload => upload.BlobName, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>How the first window with a whole file of a part stood to time, reckoned from what is on record; null if none has one.</summary>
    public static TimelinessVerdict? FirstVerdict(Evidence evidence, AssignmentId id, string part)
    {
        var able = Of(evidence, id)
            .Select(recording => recording.Upload)
            .Where(upload => upload.Part == part && CanCount(evidence, upload))
            .ToList();
        return able.Count == 0 ? null
            : able.Where(upload => upload.Window == able.Min(one => one.Window))
                .Any(upload => VerdictOf(evidence, upload) == TimelinessVerdict.OnTime)
                ? TimelinessVerdict.OnTime
            : TimelinessVerdict.Late;
    }

    /// <summary>Whether an upload may count at all.</summary>
    /// <param name="evidence">The run.</param>
    /// <param name="upload">The upload.</param>
    /// <param name="isKnown">Whether what people said of its findings is known by then; all unless given.</param>
    public static bool CanCount(
        Evidence evidence,
        StoredUpload upload,
        Func<Evidence.Line, bool>? isKnown = null
    ) =>
        upload.Made.IsReport
        && HasPassed(evidence, upload, isKnown)
        && VerdictOf(evidence, upload) != TimelinessVerdict.Refused;

    /// <summary>
    /// Whether it was looked at, and all that it really holds and that keeps it from counting was overruled or, where the plan waits for that,
    /// explained.
    /// </summary>
    /// <param name="evidence">The run.</param>
    /// <param name="upload">The upload.</param>
    /// <param name="isKnown">Whether what people said of its findings is known by then; all unless given.</param>
    public static bool HasPassed(
        Evidence evidence,
        StoredUpload upload,
        Func<Evidence.Line, bool>? isKnown = null
    )
    {
        var said = evidence
            .Of<AssignmentEvent.Checked>(upload.Assignment)
            .FirstOrDefault(check => check.BlobName == upload.BlobName);
        var known = evidence.Assignments[upload.Assignment].Where(isKnown ?? (_ => true)).ToList();
        if (said is null || InfectedIn(known).Contains(upload.BlobName))
        {
            return false;
        }
        var words = known.Select(line => line.Event).ToList();
        var overruled = words
            .OfType<AssignmentEvent.Overruled>()
            .Where(word => word.BlobName == upload.BlobName && word.Reason.Length > 0)
            .Select(word => word.Finding)
            .ToHashSet(StringComparer.Ordinal);
        var explained = words
            .OfType<AssignmentEvent.Explained>()
            .Where(word => word.Part == upload.Part)
            .Select(word => word.Finding)
            .ToHashSet(StringComparer.Ordinal);
        var standing = said
            .Check.Findings.Where(finding => !overruled.Contains(finding.Key))
            .ToList();
        if (said.Check.Reader == 0)
        {
            return standing.Count == 0;
        }
        var errors = upload.Made.Errors(evidence.Plan).ToList();
        var queries = upload.Made.Queries(evidence.Plan).ToList();
        return !standing.Exists(finding => errors.Contains(finding.Code))
            && !(
                evidence.Plan.Plan.Checking?.Unexplained == Unexplained.Holds
                && standing.Exists(finding =>
                    queries.Contains(finding.Code) && !explained.Contains(finding.Key)
                )
            );
    }

    /// <summary>The files in which malware was found, by what is on record of an assignment.</summary>
    public static IEnumerable<string> InfectedIn(IEnumerable<Evidence.Line> lines) =>
        lines
            .Select(line => line.Event)
            .OfType<AssignmentEvent.Scanned>()
            .Where(scanned => scanned.Result.Verdict == ScanVerdict.Malicious)
            .Select(scanned => scanned.BlobName);
}
