using System.Text;
using System.Text.Encodings.Web;

namespace ProgramReview.Core.Receipts;

/// <summary>Keeps texts in receipts short, whatever letters they are made of, so that a receipt stays below 4 KB.</summary>
internal static class ReceiptText
{
    /// <summary>The beginning of a text that takes at most so many bytes as JSON; the whole of it when it fits.</summary>
    public static string Cut(string text, int maxBytes)
    {
        var kept = 0;
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += Encoding.UTF8.GetByteCount(
                JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(rune.ToString())
            );
            if (bytes > maxBytes)
            {
                return text[..kept];
            }
            kept += rune.Utf16SequenceLength;
        }
        return text;
    }
}
