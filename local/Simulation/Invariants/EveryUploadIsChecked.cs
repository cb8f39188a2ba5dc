using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whoever sent something learns what it holds, whatever became of the messages.</summary>
internal sealed class EveryUploadIsChecked : IInvariant
{
    // What comes shortly before the end may be looked at by nobody any more.
    private static readonly TimeSpan Notice = TimeSpan.FromDays(3);

    public string Sentence => "Every file on record that may hold a report was looked at.";

    public bool HasCase(Evidence evidence) =>
        Recordings.Of(evidence).Any(recording => recording.Submission.AwaitsCheck);

    public IEnumerable<string> Broken(Evidence evidence) =>
        from recording in Recordings.Of(evidence)
        where
            recording.Submission.AwaitsCheck
            && evidence.Oracle.EndedAt is { } end
            && recording.Entry.RecordedAt < end - Notice
            && !evidence
                .Of<AssignmentEvent.Checked>(recording.Upload.Assignment)
                .Select(check => check.BlobName)
                .Concat(Recordings.InfectedIn(evidence.Assignments[recording.Upload.Assignment]))
                .Contains(recording.Upload.BlobName)
            && !WaitsInVain(evidence, recording)
        select $"{recording.Upload.BlobName} was never looked at";

    // Where storage tells of verdicts by itself, nobody can ask again for one that was lost: the file is withheld until its window gives up. None
    // waits for what came too late, and none gives up in a cycle that was stopped before.
    private static bool WaitsInVain(Evidence evidence, Recording recording) =>
        evidence.Oracle.IsScanned
        && (
            recording.Submission.Judgement.Verdict == TimelinessVerdict.Refused
            || evidence.Oracle.EndedAt
                < Windows.LastCloses(evidence, recording.Upload.Assignment, recording.Upload.Window)
                    + Notice
        )
        && !evidence
            .Of<AssignmentEvent.Scanned>(recording.Upload.Assignment)
            .Any(scanned => scanned.BlobName == recording.Upload.BlobName);
}
