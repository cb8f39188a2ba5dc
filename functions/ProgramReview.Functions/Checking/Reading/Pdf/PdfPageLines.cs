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

    /// <summary>Reads a page.</summary>
    public static PdfPageLines Of(PdfPageText page, PdfFonts fonts)
    {
        var (seen, unseen) = (new PdfLetters(), new PdfLetters());
        foreach (var letter in page.Letters)
        {
            if (!string.IsNullOrEmpty(letter.Value))
            {
                (IsShown(letter) ? seen : unseen).Add(letter, fonts);
            }
        }
        var hasText = seen.Written >= FewLetters;
        var isScan = (!hasText || unseen.Written > 0) && page.IsCovered;
        if (isScan)
        {
            // Over a scan, programs write unseen what they recognised in it.
            seen.Add(unseen);
        }
        return new PdfPageLines(
            page.Number,
            isScan && seen.Written < FewLetters,
            seen.Lines(page.Number, fonts.Tally)
        );
    }

    private static bool IsShown(Letter letter) =>
        letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip);
}
