using System.Text;
using UglyToad.PdfPig.Tokens;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>
/// What a PDF says that its shapes stand for (<c>ActualText</c>). Scripts such as Devanagari are drawn in another order than they are written, and
/// programs say so, syllable by syllable.
/// </summary>
internal sealed class PdfSpans
{
    private const string ActualText = "ActualText";

    private int depth;
    private (int Depth, string Text, bool IsDrawn)? span;

    /// <summary>Something begins that may bear a text of its own.</summary>
    public void Begin(DictionaryToken? properties)
    {
        depth++;
        if (span is null && properties?.Data.GetValueOrDefault(ActualText) is { } token)
        {
            var text = token switch
            {
                HexToken hex => TextOf([.. hex.Bytes]),
                StringToken plain => TextOf(plain.GetBytes()),
                _ => null,
            };
            span = text is null ? null : (depth, text, false);
        }
    }

    /// <summary>It ends.</summary>
    public void End()
    {
        if (span?.Depth == depth)
        {
            span = null;
        }
        depth = Math.Max(depth - 1, 0);
    }

    /// <summary>What a shape stands for, and whether that was told with the shape before it.</summary>
    /// <param name="own">What its font says.</param>
    public (string Text, bool IsMore) Replace(string own)
    {
        if (span is not var (at, text, isDrawn))
        {
            return (own, false);
        }
        span = (at, text, true);
        return isDrawn ? ("", true) : (text, false);
    }

    private static string TextOf(byte[] bytes) =>
        bytes switch
        {
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            _ => Encoding.Latin1.GetString(bytes),
        };
}
