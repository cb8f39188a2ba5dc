using System.Text;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>The letters that stand on one line.</summary>
internal sealed class PdfLine(PdfLetter first)
{
    // In parts of a letter's size: what still is one line, a blank between words, and the same letter drawn twice to look bold.
    private const double Height = 0.35;
    private const double Blank = 0.15;
    private const double Again = 0.08;

    // In parts of the text's width.
    private const double Middle = 0.03;
    private const double Indented = 0.08;

    private readonly List<PdfLetter> letters = [first];

    /// <summary>Takes the next lower letter if it stands on the same line.</summary>
    public bool TryAdd(PdfLetter letter)
    {
        if (first.Up - letter.Up > Height * Math.Max(first.Size, letter.Size))
        {
            return false;
        }
        letters.Add(letter);
        return true;
    }

    /// <summary>Between which edges the text of a page stands.</summary>
    public static (double Left, double Right) Edges(IReadOnlyCollection<PdfLine> lines) =>
        lines.Count == 0
            ? (0, 0)
            : (
                lines.Min(line => line.letters.Min(letter => letter.Along)),
                lines.Max(line => line.letters.Max(letter => letter.End))
            );

    /// <summary>The line as text, or null if nothing can be seen of it.</summary>
    public DocumentLine? ToLine(int page, double left, double right, FontTally all)
    {
        // Signs that are set on the letter before have no width and keep their order.
        var sorted = letters.OrderBy(letter => letter.Along).ToList();
        var text = new StringBuilder();
        var fonts = new FontTally();
        var isBold = true;
        PdfLetter? before = null;
        var end = double.MaxValue;
        foreach (var letter in sorted)
        {
            if (before is { } last)
            {
                var size = Math.Min(last.Size, letter.Size);
                if (last.Text == letter.Text && letter.Along - last.Along < Again * size)
                {
                    continue;
                }
                if (letter.Along - end > Blank * size)
                {
                    text.Append(' ');
                }
            }
            text.Append(letter.Text);
            (before, end) = (letter, before is null ? letter.End : Math.Max(end, letter.End));
            if (!string.IsNullOrWhiteSpace(letter.Text))
            {
                isBold &= letter.IsBold;
                fonts.Add(letter.Font, 1);
            }
        }
        var read = LineText.Of(text.ToString());
        if (read.Length == 0)
        {
            return null;
        }
        all.Add(fonts);
        var (from, to) = (sorted[0].Along, sorted.Max(letter => letter.End));
        return new DocumentLine(read)
        {
            Page = page,
            IsBold = isBold,
            IsCapitals = read.Any(char.IsUpper) && !read.Any(char.IsLower),
            IsCentred =
                from - left > Indented * (right - left)
                && Math.Abs(from - left - (right - to)) < 2 * Middle * (right - left),
            Font = fonts.Main,
        };
    }
}
