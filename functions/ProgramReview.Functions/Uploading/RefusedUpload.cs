using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Uploading;

/// <summary>A refused attempt without stored bytes as the upload page lists it.</summary>
/// <param name="Part">The part it was for.</param>
/// <param name="Why">Why it was refused.</param>
/// <param name="FileName">The name given, or null.</param>
/// <param name="At">When.</param>
/// <param name="Receipt">Its receipt, or null on what was recorded before there were receipts.</param>
public sealed record RefusedUpload(
    string Part,
    Finding Why,
    string? FileName,
    DateTimeOffset At,
    ReceiptPlaceOnSite? Receipt
);
