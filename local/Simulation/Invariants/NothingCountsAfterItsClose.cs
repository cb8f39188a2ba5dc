using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>The close is a close.</summary>
internal sealed class NothingCountsAfterItsClose : IInvariant
{
    public string Sentence =>
        "Nothing committed from its generation's close on counts, unless a person admitted it, or it mends in the time for that what came on time.";

    public bool HasCase(Evidence evidence) =>
        evidence.Oracle.Uploads.Exists(upload =>
            Recordings.VerdictOf(evidence, upload) == TimelinessVerdict.Refused
        );

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var refused = evidence
            .Oracle.Uploads.Where(upload =>
                Recordings.VerdictOf(evidence, upload) == TimelinessVerdict.Refused
            )
            .Select(upload => upload.BlobName)
            .ToHashSet(StringComparer.Ordinal);
        var counting = evidence
            .Plan.Assignments.SelectMany(id =>
                AssignmentState.Of(evidence.Assignments[id].Select(line => line.Entry)).Parts
            )
            .Select(part => part.Counting?.BlobName)
            .Concat(
                evidence
                    .Dossiers.Values.OfType<LeftDossier>()
                    .SelectMany(dossier => dossier.Reports)
                    .SelectMany(report => report.Parts)
                    .Select(part => part.Counting?.BlobName)
            );
        foreach (var name in counting.OfType<string>().Where(refused.Contains).Distinct())
        {
            yield return $"{name} counts";
        }
        foreach (var recording in Recordings.Of(evidence))
        {
            if (
                Windows
                    .VerdictsOf(evidence, recording.Upload, recording.Entry.RecordedAt)
                    .SetEquals([TimelinessVerdict.Refused])
                && recording.Submission.Judgement.Verdict != TimelinessVerdict.Refused
            )
            {
                yield return $"{recording.Upload.BlobName}, committed {recording.Upload.Committed:O}, was judged {recording.Submission.Judgement.Verdict}";
            }
        }
    }
}
