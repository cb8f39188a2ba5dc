using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Rendering;

/// <summary>All renderings of a dossier, each with its size and hash; the record names this list by its own hash.</summary>
/// <param name="DossierHash">The dossier.</param>
/// <param name="Files">The renderings, in the order in which they were made.</param>
public sealed record RenderingIndex(string DossierHash, IReadOnlyList<RenderedFile> Files)
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter<Language>(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>As it is kept: the exact bytes whose hash names it.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a list back.</summary>
    /// <exception cref="JsonException">These are not the bytes of a list.</exception>
    public static RenderingIndex FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<RenderingIndex>(bytes, Json)
        ?? throw new JsonException("An empty list.");

    /// <summary>SHA-256 of kept bytes, lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes));
}
