using ProgramReview.Core.Checking.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>
/// The lines of one page. Letters come in the order of drawing, and what a font lacks is drawn from another one afterwards: so they are sorted by where
/// they stand.
/// </summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="IsPicture">Whether it is a picture without text.</param>
/// <param name="Lines">From top to bottom.</param>
internal sealed record PdfPageLines(int Number, bool IsPicture, IReadOnlyList<DocumentLine> Lines)
{
    // A page number or a stamp on a scan is no text.
    private const int FewLetters = 20;
    private const double LargePart = 0.5;

    /// <summary>Reads a page.</summary>
    public static PdfPageLines Of(Page page, FontTally fonts, ReadingBudget budget)
    {
        var seen = new List<Letter>();
        var unseen = new List<Letter>();
        foreach (var letter in page.Letters)
        {
            budget.Letters(letter.Value?.Length ?? 0);
            if (!string.IsNullOrEmpty(letter.Value))
            {
                (IsShown(letter) ? seen : unseen).Add(letter);
            }
        }
        var hasText = seen.Count(letter => !string.IsNullOrWhiteSpace(letter.Value)) >= FewLetters;
        var isScan = (!hasText || unseen.Count > 0) && IsCovered(page);
        // Over a scan, programs write unseen what they recognised in it.
        var isPicture = isScan && !hasText && unseen.Count < FewLetters;
        return new PdfPageLines(
            page.Number,
            isPicture,
            LinesOf(isScan ? [.. seen, .. unseen] : seen, page.Number, fonts)
        );
    }

    private static bool IsShown(Letter letter) =>
        letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip);

    private static bool IsCovered(Page page) =>
        page.NumberOfImages > 0
        && page.GetImages()
            .Any(image =>
                Math.Abs(image.BoundingBox.Width * image.BoundingBox.Height)
                > LargePart * page.Width * page.Height
            );

    private static List<DocumentLine> LinesOf(List<Letter> letters, int page, FontTally fonts)
    {
        var lines = new List<PdfLine>();
        // Text that runs another way is read by itself.
        foreach (var way in letters.GroupBy(letter => letter.TextOrientation))
        {
            PdfLine? line = null;
            foreach (
                var letter in way.Select(PdfLetter.Of)
                    .OfType<PdfLetter>()
                    .OrderByDescending(letter => letter.Up)
            )
            {
                if (line?.TryAdd(letter) != true)
                {
                    lines.Add(line = new PdfLine(letter));
                }
            }
        }
        var (left, right) = PdfLine.Edges(lines);
        return
        [
            .. lines.Select(line => line.ToLine(page, left, right, fonts)).OfType<DocumentLine>(),
        ];
    }
}
