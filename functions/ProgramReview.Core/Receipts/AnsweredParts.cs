using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Receipts;

/// <summary>The parts that an answer names: thousands may be, and a receipt stays short.</summary>
/// <param name="Count">How many.</param>
/// <param name="Sha256">SHA-256 over their ids, each with a line end, in ordinal order.</param>
public sealed record AnsweredParts(int Count, string Sha256)
{
    /// <summary>The parts, or null for none.</summary>
    public static AnsweredParts? Of(IReadOnlyCollection<PartId> parts) =>
        parts.Count == 0
            ? null
            : new AnsweredParts(
                parts.Count,
                Convert.ToHexStringLower(
                    SHA256.HashData(
                        Encoding.UTF8.GetBytes(
                            string.Concat(
                                parts.Select(part => $"{part}\n").Order(StringComparer.Ordinal)
                            )
                        )
                    )
                )
            );
}
