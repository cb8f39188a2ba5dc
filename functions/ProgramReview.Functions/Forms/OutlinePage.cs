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

    /// <summary>Between the margins of a page that lies on its side.</summary>
    public const int LongWidth = (int)(PageHeight - LeftMargin - RightMargin);

    /// <summary>What ends the document, or a part of it with pages of its own.</summary>
    /// <param name="isLandscape">Whether its pages lie on their sides, for tables.</param>
    /// <param name="isFirst">Whether it holds the first page, which has no number.</param>
    public static SectionProperties Of(bool isLandscape = false, bool isFirst = true)
    {
        var properties = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = NumberId },
            isLandscape
                ? new PageSize
                {
                    Width = PageHeight,
                    Height = PageWidth,
                    Orient = PageOrientationValues.Landscape,
                }
                : new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = TopMargin,
                Bottom = TopMargin,
                Left = LeftMargin,
                Right = RightMargin,
                Header = ToNumber,
                Footer = ToNumber,
                Gutter = 0,
            }
        );
        if (isFirst)
        {
            properties.Append(new TitlePage());
        }
        return properties;
    }

    /// <summary>The header with the number.</summary>
    public static Header Number() =>
        new(
            Word.Paragraph(
                OutlineStyles.PageNumber,
                new SimpleField(Word.Run("2")) { Instruction = "PAGE" }
            )
        );
}
