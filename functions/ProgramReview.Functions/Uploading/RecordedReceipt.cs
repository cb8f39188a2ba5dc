using ProgramReview.Core.Events;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Functions.Uploading;

/// <summary>A receipt as it lies in the record.</summary>
/// <param name="Jws">The signed text.</param>
/// <param name="Findings">The findings it names by code, whole.</param>
public sealed record RecordedReceipt(string Jws, IReadOnlyList<Finding> Findings)
{
    /// <summary>What it says.</summary>
    public Receipt Receipt { get; } = Receipt.Parse(Jws);

    /// <summary>The file of whose content an entry says for good whether it can count: what was read in it, or that it holds malware; null for others.</summary>
    public static string? LookedAt(Entry entry) =>
        entry.Event switch
        {
            AssignmentEvent.Checked said => said.BlobName,
            AssignmentEvent.Scanned { Result.Verdict: ScanVerdict.Malicious } said => said.BlobName,
            _ => null,
        };

    /// <summary>The receipt of an entry, or null if it holds none.</summary>
    public static RecordedReceipt? Find(Entry entry) =>
        entry.Event switch
        {
            AssignmentEvent.SubmissionRecorded { Receipt: { } jws } recorded => new RecordedReceipt(
                jws,
                recorded.Submission.Findings
            ),
            AssignmentEvent.Checked { Receipt: { } jws } checkedThen => new RecordedReceipt(
                jws,
                checkedThen.Check.Findings
            ),
            AssignmentEvent.Scanned { Receipt: { } jws, Result.Finding: { } found } =>
                new RecordedReceipt(jws, [found]),
            AssignmentEvent.AttemptRefused { Receipt: { } jws } refused => new RecordedReceipt(
                jws,
                [refused.Why]
            ),
            _ => null,
        };
}
