using System.Buffers.Text;

namespace ProgramReview.Core.Receipts;

/// <summary>
/// Base64url in its one canonical form (RFC 7515, section 2): no padding, no white space, no stray bits. What is signed can then be
/// written in one way only, so that no changed character goes unnoticed.
/// </summary>
public static class StrictBase64Url
{
    /// <summary>Writes bytes.</summary>
    public static string Write(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>Reads bytes, or null if the text is not exactly what <see cref="Write"/> would have written.</summary>
    public static byte[]? Read(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }
        var bytes = Base64Url.DecodeFromChars(text);
        return Write(bytes) == text ? bytes : null;
    }
}
