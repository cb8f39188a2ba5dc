namespace ProgramReview.Core.Receipts;

/// <summary>Whether the findings let it count, as far as it was checked when the receipt was made.</summary>
/// <param name="Accepted">Whether it can count; null while nobody knows what it holds.</param>
/// <param name="Findings">The codes of the findings, each once, or of the refusal.</param>
public sealed record ReceiptAcceptance(bool? Accepted, IReadOnlyList<string> Findings);
