using System.Security.Cryptography;
using System.Text.Json;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Material;

/// <summary>All that the material for the consolidated report is made from, by hashes: the same files make the same manifest.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Pieces">The hashes of its pieces, in the order of the plan.</param>
/// <param name="Figures">The hash of the record of the figures of the whole; null where none were made.</param>
public sealed record MaterialManifest(CycleId Cycle, IReadOnlyList<string> Pieces, string? Figures)
{
    /// <summary>As it is stored.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>SHA-256 of stored bytes, lower-case hexadecimal: its identity.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes));
}
