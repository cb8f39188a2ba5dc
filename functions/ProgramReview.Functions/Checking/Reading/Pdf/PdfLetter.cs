using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>A letter where a reader who turned the page upright sees it.</summary>
/// <param name="Text">What it stands for.</param>
/// <param name="Along">Where on its line it begins.</param>
/// <param name="End">And where it ends.</param>
/// <param name="Up">How high the line lies.</param>
/// <param name="Size">How large it is.</param>
/// <param name="Font">Its font.</param>
/// <param name="Drawn">When it was drawn among those of its page.</param>
internal sealed record PdfLetter(
    string Text,
    double Along,
    double End,
    double Up,
    double Size,
    PdfFont Font,
    int Drawn
)
{
    /// <summary>One as it was drawn; null without a place.</summary>
    public static PdfLetter? Of(Letter letter, PdfFont font, int drawn)
    {
        var (from, to) = (
            Turned(letter.StartBaseLine, letter.TextOrientation),
            Turned(letter.EndBaseLine, letter.TextOrientation)
        );
        var size = Math.Abs(letter.PointSize);
        return double.IsFinite(from.Along + to.Along + from.Up + size)
            ? new PdfLetter(letter.Value, from.Along, to.Along, from.Up, size, font, drawn)
            : null;
    }

    /// <summary>Whether nothing can be seen of it.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Higher lines first, each as it was drawn.</summary>
    public static int ByLine(PdfLetter one, PdfLetter other) =>
        one.Up != other.Up ? other.Up.CompareTo(one.Up) : one.Drawn.CompareTo(other.Drawn);

    /// <summary>As they stand on a line; signs that are set on the letter before have no width and keep their order.</summary>
    public static int ByPlace(PdfLetter one, PdfLetter other) =>
        one.Along != other.Along
            ? one.Along.CompareTo(other.Along)
            : one.Drawn.CompareTo(other.Drawn);

    private static (double Along, double Up) Turned(PdfPoint point, TextOrientation orientation) =>
        orientation switch
        {
            TextOrientation.Rotate180 => (-point.X, -point.Y),
            TextOrientation.Rotate90 => (-point.Y, point.X),
            TextOrientation.Rotate270 => (point.Y, -point.X),
            _ => (point.X, point.Y),
        };
}
