using System.Security.Cryptography;
using System.Text.Json;
using ProgramReview.Core.Narrative;

namespace ProgramReview.Core.Material;

/// <summary>
/// A piece of the material: at most a hundred reports, in the order of the plan. What they say lies beside it, a document for each section; all of
/// it follows from the files, so a piece whose reports have not changed is not made again.
/// </summary>
/// <param name="Version">How texts are read; another version makes other pieces.</param>
/// <param name="Reports">The reports, also those of which none counts.</param>
public sealed record MaterialPiece(int Version, IReadOnlyList<MaterialReport> Reports)
{
    /// <summary>So many reports are in a piece.</summary>
    public const int Most = 100;

    /// <summary>The piece of some reports.</summary>
    public static MaterialPiece Of(IReadOnlyList<MaterialReport> reports) =>
        new(ReportText.Version, reports);

    /// <summary>As it is stored.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>SHA-256 of that, lower-case hexadecimal: its name.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(ToBytes()));
}
