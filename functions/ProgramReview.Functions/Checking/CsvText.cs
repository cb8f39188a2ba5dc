using System.Text;

namespace ProgramReview.Functions.Checking;

/// <summary>The letters of a table that is written as text: as its mark says, else UTF-8 if it can be, else as Windows in Vietnam writes them.</summary>
internal static class CsvText
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Vietnamese = CodePagesEncodingProvider.Instance.GetEncoding(
        1258
    )!;

    /// <summary>The text; null if it holds what no text does.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Utf8(bytes[3..]),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            _ => Utf8(bytes),
        };
        return
            text.AsSpan().IndexOfAnyInRange('\0', '\b') >= 0
            || text.AsSpan().IndexOfAnyInRange('\u000E', '\u001F') >= 0
            ? null
            : text;
    }

    private static string Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Vietnamese.GetString(bytes);
        }
    }
}
