using ProgramReview.Core.Receipts;

namespace ProgramReview.Functions.Receipts;

/// <summary>One version of a key in the vault.</summary>
/// <param name="Address">Its address, with the version.</param>
/// <param name="Public">Its public half.</param>
internal sealed record VaultKey(Uri Address, ReceiptKey Public);
