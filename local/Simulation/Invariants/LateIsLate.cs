using ProgramReview.Core.Deadlines;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Nobody who was late is called on time.</summary>
internal sealed class LateIsLate : IInvariant
{
    public string Sentence =>
        "No upload committed from its generation's due on is judged on time, and before the close none is refused.";

    public bool HasCase(Evidence evidence) =>
        Recordings
            .Of(evidence)
            .Any(recording =>
                Windows
                    .VerdictsOf(evidence, recording.Upload, recording.Entry.RecordedAt)
                    .Contains(TimelinessVerdict.Late)
            );

    public IEnumerable<string> Broken(Evidence evidence) =>
        from recording in Recordings.Of(evidence)
        let allowed = Windows.VerdictsOf(evidence, recording.Upload, recording.Entry.RecordedAt)
        let given = recording.Submission.Judgement.Verdict
        where !allowed.Contains(given) && allowed.Contains(TimelinessVerdict.Late)
        select $"{recording.Upload.BlobName}, committed {recording.Upload.Committed:O}, was judged {given}";
}
