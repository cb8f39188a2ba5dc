using System.IO.Compression;

namespace ProgramReview.Functions.Storage;

/// <summary>Bytes as text that a row can hold, gzip in base 64: a row takes half a million characters, and what repeats itself is less when packed.</summary>
internal static class PackedText
{
    /// <summary>Packs them.</summary>
    public static string Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }
        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>Gives them back.</summary>
    public static byte[] Unpack(string text)
    {
        using var zip = new GZipStream(
            new MemoryStream(Convert.FromBase64String(text)),
            CompressionMode.Decompress
        );
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
