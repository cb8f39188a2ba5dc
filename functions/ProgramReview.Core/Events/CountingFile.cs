using System.Text.Json.Serialization;
using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>The stored file that counts for an assignment, as lists and dossiers tell of it.</summary>
/// <param name="BlobName">Its name in storage.</param>
/// <param name="FileName">The sender's file name.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Committed">When it was stored, in product time; for one recorded on behalf, when it arrived.</param>
/// <param name="Window">The window it was uploaded for.</param>
/// <param name="Verdict">How it stands to the deadlines by itself.</param>
/// <param name="Due">The <c>due</c> it was judged by.</param>
/// <param name="OnBehalf">Set when operations recorded it for the body.</param>
/// <param name="EvidenceStored">When the bytes were stored, if operations recorded it.</param>
/// <param name="IsCorrection">Whether it came after the close, to mend what had come on time.</param>
public sealed record CountingFile(
    string BlobName,
    string FileName,
    long Size,
    string Sha256,
    DateTimeOffset Committed,
    int Window,
    TimelinessVerdict Verdict,
    Deadline Due,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        OnBehalf? OnBehalf = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        DateTimeOffset? EvidenceStored = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        bool IsCorrection = false
)
{
    /// <summary>What a submission shows of itself.</summary>
    public static CountingFile Of(Submission submission) =>
        new(
            submission.BlobName,
            submission.FileName,
            submission.Size,
            submission.Sha256,
            submission.Judgement.Committed,
            submission.Window,
            submission.Judgement.Verdict,
            submission.Judgement.Due,
            submission.OnBehalf,
            submission.EvidenceStored,
            submission.Judgement.Reason == TimelinessReason.CorrectedAfterCloses
        );
}
