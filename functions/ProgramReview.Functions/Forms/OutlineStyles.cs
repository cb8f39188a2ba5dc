using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Forms;

/// <summary>
/// The styles of a report by the rules of its body: sizes and letters as the Party's guideline or the state's decree have them. Headings bear
/// outline levels, so that whatever reads the document finds them.
/// </summary>
internal static class OutlineStyles
{
    public const string Prose = "Normal";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Subject = "Subject";
    public const string Heading = "Heading1";
    public const string Superior = "Superior";
    public const string Issuer = "Issuer";
    public const string Rule = "Rule";
    public const string Number = "Number";
    public const string Nation = "Nation";
    public const string Crown = "Crown";
    public const string PlaceAndDate = "PlaceAndDate";
    public const string Recipients = "Recipients";
    public const string RecipientList = "RecipientList";
    public const string Signature = "Signature";
    public const string PageNumber = "Header";
    public const string Hint = "PlaceholderText";

    /// <summary>The colour of hints; 7:1 on white.</summary>
    private const string Grey = "595959";

    /// <summary>All of them.</summary>
    public static Styles Of(DocumentStyle style, Language language)
    {
        var isParty = style == DocumentStyle.Party;
        var (small, body) = isParty ? (14, 14) : (13, 14);
        return new Styles([
            Defaults(body, language),
            Paragraph(Prose, body, JustificationValues.Both, before: 120, firstLine: 720),
            Paragraph(
                Title,
                isParty ? 16 : 14,
                JustificationValues.Center,
                Look.Bold | Look.Capitals,
                before: 360
            ),
            Paragraph(Subtitle, isParty ? 15 : 14, JustificationValues.Center, Look.Bold),
            Paragraph(Subject, body, JustificationValues.Center, after: 360),
            Headline(body, isParty),
            Paragraph(Superior, small, JustificationValues.Center, Look.Capitals),
            Paragraph(Issuer, small, JustificationValues.Center, Look.Bold | Look.Capitals),
            Line(),
            Paragraph(Number, small, JustificationValues.Center),
            Paragraph(Nation, 12, JustificationValues.Center, Look.Bold | Look.Capitals),
            isParty
                ? Paragraph(
                    Crown,
                    15,
                    JustificationValues.Center,
                    Look.Bold | Look.Capitals | Look.Underline
                )
                : Paragraph(Crown, 13, JustificationValues.Center, Look.Bold | Look.Underline),
            Paragraph(PlaceAndDate, small, JustificationValues.Center, Look.Italic, before: 120),
            Paragraph(
                Recipients,
                12,
                JustificationValues.Left,
                Look.Bold | Look.Italic,
                before: 360
            ),
            Paragraph(RecipientList, 11, JustificationValues.Left),
            Paragraph(Signature, body, JustificationValues.Center, Look.Bold, before: 360),
            Paragraph(PageNumber, small, JustificationValues.Center),
            Placeholder(),
        ]);
    }

    // Latin letters and Vietnamese in one font, Devanagari in another; each program takes its own if it lacks one.
    private static DocDefaults Defaults(int points, Language language) =>
        new(
            new RunPropertiesDefault(
                new RunPropertiesBaseStyle(
                    new RunFonts
                    {
                        Ascii = "Times New Roman",
                        HighAnsi = "Times New Roman",
                        EastAsia = "Times New Roman",
                        ComplexScript = language == Language.Hi ? "Nirmala UI" : "Times New Roman",
                    },
                    new FontSize { Val = HalfPoints(points) },
                    new FontSizeComplexScript { Val = HalfPoints(points) },
                    new Languages
                    {
                        Val = LanguageTags.TagOf(language == Language.Hi ? Language.En : language),
                        Bidi = "hi-IN",
                    }
                )
            ),
            new ParagraphPropertiesDefault()
        );

    private static Style Paragraph(
        string id,
        int points,
        JustificationValues alignment,
        Look look = Look.None,
        int before = 0,
        int after = 0,
        int firstLine = 0
    )
    {
        var paragraph = new StyleParagraphProperties(
            new SpacingBetweenLines { Before = $"{before}", After = $"{after}" },
            new Indentation { FirstLine = $"{firstLine}" },
            new Justification { Val = alignment }
        );
        return new Style(
            new StyleName { Val = id },
            new PrimaryStyle(),
            paragraph,
            Letters(points, look)
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = id == Prose ? true : null,
        };
    }

    private static Style Headline(int points, bool isParty)
    {
        var style = Paragraph(
            Heading,
            points,
            JustificationValues.Left,
            isParty ? Look.Bold | Look.Capitals : Look.Bold,
            before: 240
        );
        style.StyleName!.Val = "heading 1";
        style.StyleParagraphProperties!.PrependChild(new KeepNext());
        style.StyleParagraphProperties!.AppendChild(new OutlineLevel { Val = 0 });
        return style;
    }

    // Below the issuer: a third of the column wide.
    private static Style Line()
    {
        var style = Paragraph(Rule, 2, JustificationValues.Center);
        style.StyleParagraphProperties!.PrependChild(
            new ParagraphBorders(
                new TopBorder
                {
                    Val = BorderValues.Single,
                    Size = 4,
                    Space = 1,
                }
            )
        );
        var indentation = style.StyleParagraphProperties!.GetFirstChild<Indentation>()!;
        (indentation.Left, indentation.Right) = ("1300", "1300");
        return style;
    }

    private static StyleRunProperties Letters(int points, Look look)
    {
        var letters = new StyleRunProperties();
        if (look.HasFlag(Look.Bold))
        {
            letters.Append(new Bold(), new BoldComplexScript());
        }
        if (look.HasFlag(Look.Italic))
        {
            letters.Append(new Italic(), new ItalicComplexScript());
        }
        if (look.HasFlag(Look.Capitals))
        {
            letters.Append(new Caps());
        }
        letters.Append(
            new FontSize { Val = HalfPoints(points) },
            new FontSizeComplexScript { Val = HalfPoints(points) }
        );
        if (look.HasFlag(Look.Underline))
        {
            letters.Append(new Underline { Val = UnderlineValues.Single });
        }
        return letters;
    }

    private static Style Placeholder() =>
        new(
            new StyleName { Val = "Placeholder Text" },
            new StyleRunProperties(new Color { Val = Grey })
        )
        {
            Type = StyleValues.Character,
            StyleId = Hint,
        };

    private static string HalfPoints(int points) => $"{points * 2}";

    [Flags]
    private enum Look
    {
        None = 0,
        Bold = 1,
        Italic = 2,
        Capitals = 4,
        Underline = 8,
    }
}
