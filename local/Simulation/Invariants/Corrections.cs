using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Reckons anew, without the product's rules, whether an upload mends after the close what came on time.</summary>
internal static class Corrections
{
    public static bool Is(Evidence evidence, StoredUpload upload)
    {
        if (evidence.Plan.Plan.Checking?.Corrections is not { } time || upload.Window != 1)
        {
            return false;
        }
        var closes = Windows.LastCloses(evidence, upload.Assignment, upload.Window);
        var permitted = evidence
            .Assignments[upload.Assignment]
            .FirstOrDefault(line =>
                line.Event is AssignmentEvent.UploadPermitted permission
                && permission.BlobName == upload.BlobName
            );
        if (
            permitted is null
            || permitted.Entry.RecordedAt < closes
            || upload.Told < closes
            || upload.Told >= closes + time
        )
        {
            return false;
        }
        return AreTaken(evidence, upload.Assignment, upload.Part, permitted.Entry.Sequence);
    }

    /// <summary>Whether corrections of a part were taken in its own window, by what was known before an entry.</summary>
    /// <param name="evidence">The run.</param>
    /// <param name="id">The assignment.</param>
    /// <param name="part">The part.</param>
    /// <param name="sequence">The entry's number.</param>
    public static bool AreTaken(Evidence evidence, AssignmentId id, string part, long sequence)
    {
        var closes = Windows.LastCloses(evidence, id, 1);
        var known = Recordings
            .Of(evidence, id)
            .Where(one =>
                one.Upload.Part == part
                && one.Upload.Window == 1
                && one.Upload.Told < closes
                && IsCheckedBefore(evidence, one.Upload, sequence)
            )
            .ToList();
        return known.Exists(one =>
                one.Upload.Made.IsCorrectable(evidence.Plan)
                && one.Submission.Judgement.Verdict == TimelinessVerdict.OnTime
            )
            && !known.Exists(one =>
                Recordings.HasPassed(evidence, one.Upload, line => line.Entry.Sequence < sequence)
            );
    }

    private static bool IsCheckedBefore(Evidence evidence, StoredUpload upload, long sequence) =>
        evidence
            .Assignments[upload.Assignment]
            .Any(line =>
                line.Entry.Sequence < sequence
                && line.Event is AssignmentEvent.Checked said
                && said.BlobName == upload.BlobName
                && said.Check.Reader > 0
            );
}
