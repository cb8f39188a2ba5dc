using System.Text;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>The letters that stand on one line.</summary>
internal sealed class PdfLine(List<PdfLetter> run)
{
    // In parts of a letter's size: what still is one line, a blank between words, and the same letter drawn twice to look bold.
    private const double Height = 0.35;
    private const double Blank = 0.15;
    private const double Again = 0.08;

    // In parts of the text's width.
    private const double Middle = 0.03;
    private const double Indented = 0.08;

    private readonly PdfLetter first = run[0];
    private readonly List<PdfLetter> letters = run;
    private double left = double.MaxValue;
    private double right = double.MinValue;

    /// <summary>Takes letters of the next lower height if they stand on the same line.</summary>
    public bool TryAdd(List<PdfLetter> lower)
    {
        if (first.Up - lower[0].Up > Height * Math.Max(first.Size, lower[0].Size))
        {
            return false;
        }
        letters.AddRange(lower);
        return true;
    }

    /// <summary>Puts its letters where they stand.</summary>
    public void Sort()
    {
        var places = new double[letters.Count];
        var (isSorted, isTied) = (true, false);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = letters[i].Along;
            isSorted &= i == 0 || places[i - 1] <= places[i];
            (left, right) = (Math.Min(left, places[i]), Math.Max(right, letters[i].End));
        }
        if (isSorted)
        {
            return;
        }
        var sorted = letters.ToArray();
        Array.Sort(places, sorted);
        for (var i = 1; i < places.Length; i++)
        {
            isTied |= places[i - 1] == places[i];
        }
        if (isTied)
        {
            letters.Sort(PdfLetter.ByPlace);
        }
        else
        {
            letters.Clear();
            letters.AddRange(sorted);
        }
    }

    /// <summary>Between which edges the text of a page stands.</summary>
    public static (double Left, double Right) Edges(IReadOnlyCollection<PdfLine> lines) =>
        lines.Count == 0 ? (0, 0) : (lines.Min(line => line.left), lines.Max(line => line.right));

    /// <summary>The line as text, or null if nothing can be seen of it.</summary>
    public DocumentLine? ToLine(int page, double leftEdge, double rightEdge, FontTally all)
    {
        var text = new StringBuilder(letters.Count + 16);
        var fonts = new FontTally();
        var (isBold, count) = (true, 0);
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
                    fonts.Add(before.Font.Name, count);
                    count = 0;
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
                count++;
            }
        }
        fonts.Add(before?.Font.Name, count);
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
