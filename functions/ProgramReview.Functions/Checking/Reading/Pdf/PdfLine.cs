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
    private double left = first.Along;
    private double right = first.End;
    private bool inOrder = true;

    /// <summary>Takes the next lower letter if it stands on the same line.</summary>
    public bool TryAdd(PdfLetter letter)
    {
        if (first.Up - letter.Up > Height * Math.Max(first.Size, letter.Size))
        {
            return false;
        }
        inOrder &= PdfLetter.ByPlace(letters[^1], letter) <= 0;
        letters.Add(letter);
        (left, right) = (Math.Min(left, letter.Along), Math.Max(right, letter.End));
        return true;
    }

    /// <summary>Between which edges the text of a page stands.</summary>
    public static (double Left, double Right) Edges(IReadOnlyCollection<PdfLine> lines) =>
        lines.Count == 0 ? (0, 0) : (lines.Min(line => line.left), lines.Max(line => line.right));

    /// <summary>The line as text, or null if nothing can be seen of it.</summary>
    public DocumentLine? ToLine(int page, double leftEdge, double rightEdge, FontTally all)
    {
        if (!inOrder)
        {
            letters.Sort(PdfLetter.ByPlace);
        }
        var text = new StringBuilder(letters.Count + 16);
        var fonts = new FontTally();
        var (isBold, run) = (true, 0);
        PdfLetter? before = null;
        var reached = double.MaxValue;
        foreach (var letter in letters)
        {
            if (before is not null)
            {
                var size = Math.Min(before.Size, letter.Size);
                if (before.Text == letter.Text && letter.Along - before.Along < Again * size)
                {
                    continue;
                }
                if (letter.Along - reached > Blank * size)
                {
                    text.Append(' ');
                }
                if (!ReferenceEquals(letter.Font, before.Font))
                {
                    fonts.Add(before.Font.Name, run);
                    run = 0;
                }
            }
            text.Append(letter.Text);
            (before, reached) = (
                letter,
                before is null ? letter.End : Math.Max(reached, letter.End)
            );
            if (!letter.IsBlank)
            {
                isBold &= letter.Font.IsBold;
                run++;
            }
        }
        fonts.Add(before?.Font.Name, run);
        var read = LineText.Of(text.ToString());
        if (read.Length == 0)
        {
            return null;
        }
        all.Add(fonts);
        var width = rightEdge - leftEdge;
        return new DocumentLine(read)
        {
            Page = page,
            IsBold = isBold,
            IsCapitals = read.Any(char.IsUpper) && !read.Any(char.IsLower),
            IsCentred =
                left - leftEdge > Indented * width
                && Math.Abs(left - leftEdge - (rightEdge - right)) < 2 * Middle * width,
            Font = fonts.Main,
        };
    }
}
