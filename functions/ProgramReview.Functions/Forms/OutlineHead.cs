using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms.Flow;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>
/// The head of the first page: on the left who writes, below whom, and the number; on the right the Party's name (Guideline 36-HD/VPTW) or the
/// state's with its motto (Decree 30/2020/ND-CP), then place and date.
/// </summary>
internal static class OutlineHead
{
    /// <summary>The head of a form, its number and date to be filled in, as a table without lines.</summary>
    public static Table Of(OutlineForm form, Language language) =>
        Of(
            form.Style,
            form.Superior?.In(language),
            form.Body.In(language),
            Word.Hint(Number(form.Style, language)),
            Word.Hint(Text.Get(language, "form.head.date")),
            language
        );

    /// <summary>The head of a finished document, which gets its number where it is filed.</summary>
    public static Table Of(FlowBlock.Head head, Language language) =>
        Of(head.Style, head.Superior, head.Issuer, Word.Run(""), Word.Run(head.Date), language);

    private static Table Of(
        DocumentStyle style,
        string? superior,
        string issuer,
        OpenXmlElement number,
        OpenXmlElement date,
        Language language
    ) =>
        OutlineTable.Of(
            [
                .. superior is null
                    ? Enumerable.Empty<OpenXmlElement>()
                    : [Line(OutlineStyles.Superior, superior)],
                Line(OutlineStyles.Issuer, issuer),
                .. style == DocumentStyle.Party
                    ? [Word.Paragraph(OutlineStyles.Number, Word.Run("*"))]
                    : new[] { Word.Paragraph(OutlineStyles.Rule) },
                Word.Paragraph(OutlineStyles.Number, number),
            ],
            [
                .. style == DocumentStyle.Party
                    ? [Line(OutlineStyles.Crown, Text.Get(language, "form.head.party"))]
                    : new[]
                    {
                        Line(OutlineStyles.Nation, Text.Get(language, "form.head.nation")),
                        Line(OutlineStyles.Crown, Text.Get(language, "form.head.motto")),
                    },
                Word.Paragraph(OutlineStyles.PlaceAndDate, date),
            ]
        );

    private static Paragraph Line(string style, string text) =>
        Word.Paragraph(style, Word.Run(FormText.Clean(text)));

    private static string Number(DocumentStyle style, Language language) =>
        Text.Get(
            language,
            style == DocumentStyle.Party ? "form.head.number.party" : "form.head.number.state"
        );
}
