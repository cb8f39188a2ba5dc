using DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Forms;

/// <summary>The page: A4 with margins that both styles allow, its number in the middle of the top margin from the second page on.</summary>
internal static class OutlinePage
{
    /// <summary>The name of the relationship to the header that holds the number.</summary>
    public const string NumberId = "number";

    /// <summary>Between the margins, in twentieths of a point.</summary>
    public const int Width = (int)(PageWidth - LeftMargin - RightMargin);

    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const uint LeftMargin = 1701; // 30 mm
    private const uint RightMargin = 1134; // 20 mm
    private const int TopMargin = 1134;
    private const uint ToNumber = 567;

    /// <summary>What ends the document.</summary>
    public static SectionProperties Of() =>
        new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = NumberId },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = TopMargin,
                Bottom = TopMargin,
                Left = LeftMargin,
                Right = RightMargin,
                Header = ToNumber,
                Footer = ToNumber,
                Gutter = 0,
            },
            new TitlePage()
        );

    /// <summary>The header with the number.</summary>
    public static Header Number() =>
        new(
            Word.Paragraph(
                OutlineStyles.PageNumber,
                new SimpleField(Word.Run("2")) { Instruction = "PAGE" }
            )
        );
}
