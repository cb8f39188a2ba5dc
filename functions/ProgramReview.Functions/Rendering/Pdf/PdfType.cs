using System.Text;
using PdfSharp.Drawing;

namespace ProgramReview.Functions.Rendering.Pdf;

/// <summary>Letters of one size: how wide a text is, and where it is broken into lines.</summary>
internal sealed class PdfType
{
    private readonly Dictionary<Rune, double> widths = [];
    private readonly XGraphics measure;

    /// <summary>Letters of a size.</summary>
    /// <param name="measure">Measures.</param>
    /// <param name="size">The size, in points.</param>
    /// <param name="height">From line to line, in points.</param>
    /// <param name="isBold">Whether they are bold.</param>
    public PdfType(XGraphics measure, double size, double height, bool isBold = false)
    {
        (this.measure, Height, Font) = (measure, height, PdfFonts.Of(size, isBold));
        // Half of what is left over stands above the letters.
        Drop = ((height - size) / 2) + (size * 0.8);
    }

    /// <summary>The font.</summary>
    public XFont Font { get; }

    /// <summary>From line to line.</summary>
    public double Height { get; }

    /// <summary>From the top of a line to the foot of its letters.</summary>
    public double Drop { get; }

    /// <summary>How wide a text is.</summary>
    public double Width(string text)
    {
        var width = 0d;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!widths.TryGetValue(rune, out var own))
            {
                widths[rune] = own = measure.MeasureString(rune.ToString(), Font).Width;
            }
            width += own;
        }
        return width;
    }

    /// <summary>A text as lines that are no wider than this; a word that is wider is broken. At least one line.</summary>
    public IReadOnlyList<string> Lines(string text, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in PdfLetters.Shown(text).Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Width(longer) <= width)
            {
                line = longer;
                continue;
            }
            if (line.Length > 0)
            {
                lines.Add(line);
            }
            line = word;
            while (Width(line) > width)
            {
                var fits = Fitting(line, width);
                lines.Add(line[..fits]);
                line = line[fits..];
            }
        }
        lines.Add(line);
        return lines;
    }

    // At least one letter, however narrow it is.
    private int Fitting(string word, double width)
    {
        var (at, used) = (0, 0d);
        foreach (var rune in word.EnumerateRunes())
        {
            used += Width(rune.ToString());
            if (at > 0 && used > width)
            {
                break;
            }
            at += rune.Utf16SequenceLength;
        }
        return at;
    }
}
