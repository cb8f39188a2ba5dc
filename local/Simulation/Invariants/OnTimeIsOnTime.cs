using ProgramReview.Core.Deadlines;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Nobody who was in time is called late.</summary>
internal sealed class OnTimeIsOnTime : IInvariant
{
    public string Sentence =>
        "Every upload committed before its generation's due is judged on time.";

    public bool HasCase(Evidence evidence) =>
        Recordings
            .Of(evidence)
            .Any(recording =>
                Windows
                    .VerdictsOf(evidence, recording.Upload, recording.Entry.RecordedAt)
                    .Contains(TimelinessVerdict.OnTime)
            );

    public IEnumerable<string> Broken(Evidence evidence) =>
        from recording in Recordings.Of(evidence)
        let allowed = Windows.VerdictsOf(evidence, recording.Upload, recording.Entry.RecordedAt)
        let given = recording.Submission.Judgement.Verdict
        where !allowed.Contains(given) && allowed.Contains(TimelinessVerdict.OnTime)
        select $"{recording.Upload.BlobName}, committed {recording.Upload.Committed:O}, was judged {given}";
}
