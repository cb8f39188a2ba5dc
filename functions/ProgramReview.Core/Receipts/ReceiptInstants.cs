namespace ProgramReview.Core.Receipts;

/// <summary>Every instant that is known of an attempt, in UTC.</summary>
/// <param name="Permitted">When the permission to upload was given, or null.</param>
/// <param name="Committed">When storage had the whole file, or null if no bytes were stored.</param>
/// <param name="Noticed">When the news of it reached the product.</param>
/// <param name="Judged">When it was judged and this receipt made.</param>
public sealed record ReceiptInstants(
    DateTimeOffset? Permitted,
    DateTimeOffset? Committed,
    DateTimeOffset Noticed,
    DateTimeOffset Judged
);
