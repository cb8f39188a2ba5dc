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
            AssignmentEvent.AttemptRefused { Receipt: { } jws } refused => new RecordedReceipt(
                jws,
                [refused.Why]
            ),
            _ => null,
        };
}
