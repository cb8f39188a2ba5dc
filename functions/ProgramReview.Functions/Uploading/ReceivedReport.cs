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
);
