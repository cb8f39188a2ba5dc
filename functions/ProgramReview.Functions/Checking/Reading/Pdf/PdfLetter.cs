using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>A letter where a reader who turned the page upright sees it.</summary>
/// <param name="Text">What it stands for.</param>
/// <param name="Along">Where on its line it begins.</param>
/// <param name="End">And where it ends.</param>
/// <param name="Up">How high the line lies.</param>
/// <param name="Size">How large it is.</param>
/// <param name="Font">Its font, without the tag of a subset.</param>
/// <param name="IsBold">Whether that is bold.</param>
internal readonly record struct PdfLetter(
    string Text,
    double Along,
    double End,
    double Up,
    double Size,
    string Font,
    bool IsBold
)
{
    private const int Tag = 7;

    /// <summary>One as it was drawn; null without a place.</summary>
    public static PdfLetter? Of(Letter letter)
    {
        var (from, to) = (
            Turned(letter.StartBaseLine, letter.TextOrientation),
            Turned(letter.EndBaseLine, letter.TextOrientation)
        );
        var size = Math.Abs(letter.PointSize);
        var font = letter.FontName ?? "";
        font = font.Length > Tag && font[Tag - 1] == '+' ? font[Tag..] : font;
        return
            double.IsFinite(from.Along)
            && double.IsFinite(to.Along)
            && double.IsFinite(from.Up)
            && double.IsFinite(size)
            ? new PdfLetter(
                letter.Value,
                from.Along,
                to.Along,
                from.Up,
                size,
                font,
                letter.FontDetails.IsBold || IsBoldName(font)
            )
            : null;
    }

    private static bool IsBoldName(string font) =>
        font.Contains("Bold", StringComparison.OrdinalIgnoreCase)
        || font.Contains("Black", StringComparison.OrdinalIgnoreCase)
        || font.Contains("Heavy", StringComparison.OrdinalIgnoreCase);

    private static (double Along, double Up) Turned(PdfPoint point, TextOrientation orientation) =>
        orientation switch
        {
            TextOrientation.Rotate180 => (-point.X, -point.Y),
            TextOrientation.Rotate90 => (-point.Y, point.X),
            TextOrientation.Rotate270 => (point.Y, -point.X),
            _ => (point.X, point.Y),
        };
}
