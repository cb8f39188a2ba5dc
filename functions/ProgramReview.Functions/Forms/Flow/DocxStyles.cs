using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Forms.Flow;

/// <summary>The styles of a document: those of a report by the rules of the body that writes it, and what stands in no report.</summary>
internal static class DocxStyles
{
    public const string Heading2 = "Heading2";
    public const string Heading3 = "Heading3";
    public const string Inner = "Inner";
    public const string Remark = "Remark";
    public const string Cell = "Cell";
    public const string CellNumber = "CellNumber";
    public const string CellHead = "CellHead";
    public const string CellHeadNumber = "CellHeadNumber";
    public const string ContentsTitle = "TOCHeading";
    public const string ContentsLine = "TOC1";
    public const string FootnoteText = "FootnoteText";
    public const string FootnoteReference = "FootnoteReference";

    /// <summary>All of them.</summary>
    public static Styles Of(DocumentStyle style, Language language)
    {
        var styles = OutlineStyles.Of(style, language);
        // Tables may follow.
        styles
            .Elements<Style>()
            .Single(one => one.StyleId == OutlineStyles.Heading)
            .StyleParagraphProperties!.SpacingBetweenLines!.After = "80";
        var contents = Paragraph(ContentsLine, "toc 1", 26, before: 60);
        contents.StyleParagraphProperties!.PrependChild(
            new Tabs(
                new TabStop
                {
                    Val = TabStopValues.Right,
                    Leader = TabStopLeaderCharValues.Dot,
                    Position = OutlinePage.Width,
                }
            )
        );
        var number = Paragraph(CellNumber, CellNumber, 22, before: 40);
        var headNumber = Paragraph(CellHeadNumber, CellHeadNumber, 22, isBold: true, before: 40);
        foreach (var right in new[] { number, headNumber })
        {
            right.StyleParagraphProperties!.Justification!.Val = JustificationValues.Right;
        }
        styles.Append(
            Paragraph(Heading2, "heading 2", 26, isBold: true, before: 200, level: 1),
            Paragraph(Heading3, "heading 3", 26, isBold: true, before: 160, level: 2),
            Paragraph(Inner, Inner, 26, isBold: true, before: 120),
            Paragraph(Remark, Remark, 22, before: 60),
            Paragraph(Cell, Cell, 22, before: 40),
            number,
            Paragraph(CellHead, CellHead, 22, isBold: true, before: 40),
            headNumber,
            Paragraph(ContentsTitle, "TOC Heading", 28, isBold: true, before: 240),
            contents,
            Paragraph(FootnoteText, "footnote text", 18),
            new Style(
                new StyleName { Val = "footnote reference" },
                new StyleRunProperties(
                    new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }
                )
            )
            {
                Type = StyleValues.Character,
                StyleId = FootnoteReference,
            }
        );
        return styles;
    }

    /// <summary>How tables look: thin lines, as wide as they are said to be.</summary>
    public static TableProperties TableLooks(int width) =>
        new(
            new TableWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 },
                new LeftBorder { Val = BorderValues.Single, Size = 4 },
                new BottomBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }
            ),
            new TableLayout { Type = TableLayoutValues.Fixed }
        );

    private static Style Paragraph(
        string id,
        string name,
        int halfPoints,
        bool isBold = false,
        int before = 0,
        int? level = null
    )
    {
        var looks = new StyleParagraphProperties();
        if (isBold)
        {
            looks.Append(new KeepNext());
        }
        looks.Append(
            new SpacingBetweenLines { Before = $"{before}", After = "40" },
            new Indentation { FirstLine = "0" },
            new Justification { Val = JustificationValues.Left }
        );
        if (level is { } at)
        {
            looks.Append(new OutlineLevel { Val = at });
        }
        var letters = new StyleRunProperties();
        if (isBold)
        {
            letters.Append(new Bold(), new BoldComplexScript());
        }
        letters.Append(
            new FontSize { Val = $"{halfPoints}" },
            new FontSizeComplexScript { Val = $"{halfPoints}" }
        );
        return new Style(new StyleName { Val = name }, new PrimaryStyle(), looks, letters)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
    }
}
