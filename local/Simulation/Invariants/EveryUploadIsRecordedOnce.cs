namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Bytes that arrived are noticed, whatever became of the news.</summary>
internal sealed class EveryUploadIsRecordedOnce : IInvariant
{
    // What arrives shortly before the end may be noticed by nobody any more.
    private static readonly TimeSpan Notice = TimeSpan.FromDays(3);

    public string Sentence =>
        "Every upload is on record exactly once, with the hash of its own bytes.";

    public bool HasCase(Evidence evidence) => evidence.Oracle.Uploads.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var recordings = Recordings.Of(evidence).ToLookup(recording => recording.Upload);
        foreach (var upload in evidence.Oracle.Uploads)
        {
            var times = recordings[upload].Count();
            if (
                times > 1
                || (
                    times == 0
                    && evidence.Oracle.EndedAt is { } end
                    && upload.Committed < end - Notice
                )
            )
            {
                yield return $"{upload.BlobName} is on record {times} times";
            }
            if (recordings[upload].Any(recording => recording.Submission.Sha256 != upload.Sha256))
            {
                yield return $"{upload.BlobName} is on record with other bytes";
            }
        }
    }
}
