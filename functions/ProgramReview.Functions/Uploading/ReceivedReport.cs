using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Uploading;

/// <summary>One recorded submission as the upload page lists it.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="ReceiptNumber">The number on its receipt, for example stream and sequence of its entry.</param>
/// <param name="Counts">Whether it is the version that counts.</param>
/// <param name="DownloadPath">Where its sender can fetch it again, or null.</param>
/// <param name="Receipt">Its receipt, or null on what was recorded before there were receipts.</param>
public sealed record ReceivedReport(
    Submission Submission,
    string ReceiptNumber,
    bool Counts,
    string? DownloadPath = null,
    ReceiptPlaceOnSite? Receipt = null
)
{
    /// <summary>The number of its entry in the stream.</summary>
    public long Sequence { get; init; }

    /// <summary>What was found in it and stands, beside the other part too; the heaviest first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [.. Submission.Standing()];

    /// <summary>The receipt of the check of its content, or null.</summary>
    public ReceiptPlaceOnSite? CheckReceipt { get; init; }

    /// <summary>Whether it waits for the scanner before anybody reads it.</summary>
    public bool IsBeingScanned { get; init; }

    /// <summary>Whether it can be compared with the version before.</summary>
    public bool HasChanges { get; init; }

    /// <summary>The queries that nobody has answered.</summary>
    public IEnumerable<Finding> Unexplained() =>
        Findings.Where(finding => finding.Severity == Severity.Query && !AnswersTo(finding).Any());

    /// <summary>The answers to a query, in order.</summary>
    public IEnumerable<AssignmentEvent.Explained> AnswersTo(Finding query) =>
        Submission.Explanations.Where(answer => answer.Finding == query.Key);
}
