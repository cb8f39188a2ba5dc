namespace ProgramReview.Benchmarks.Receipts;

/// <summary>What one upload took.</summary>
/// <param name="Permission">From the question to the permission.</param>
/// <param name="Put">The put to storage.</param>
/// <param name="Receipt">From the end of the put to the last byte of the receipt's file.</param>
internal sealed record Sent(TimeSpan Permission, TimeSpan Put, TimeSpan Receipt);
