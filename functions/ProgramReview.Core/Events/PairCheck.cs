namespace ProgramReview.Core.Events;

/// <summary>What was found in two versions side by side, the report's and the annex's; it holds for these two and no others.</summary>
/// <param name="BlobName">The stored file of the other part.</param>
/// <param name="Sha256">The other's SHA-256, lower-case hexadecimal.</param>
/// <param name="Findings">What was found, the heaviest first; never more than a query.</param>
public sealed record PairCheck(string BlobName, string Sha256, IReadOnlyList<Finding> Findings);
