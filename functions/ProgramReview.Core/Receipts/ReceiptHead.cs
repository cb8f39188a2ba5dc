namespace ProgramReview.Core.Receipts;

/// <summary>The head of the assignment's audit chain just before the entry that holds the receipt.</summary>
/// <param name="Sequence">The last entry's sequence number; 0 if there was none.</param>
/// <param name="Hash">Its hash.</param>
public sealed record ReceiptHead(long Sequence, string Hash);
