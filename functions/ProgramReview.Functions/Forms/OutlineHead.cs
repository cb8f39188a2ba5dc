using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>
/// The head of the first page: on the left who writes, below whom, and the number; on the right the Party's name (Guideline 36-HD/VPTW) or the
/// state's with its motto (Decree 30/2020/ND-CP), then place and date.
/// </summary>
internal static class OutlineHead
{
    /// <summary>The head as a table without lines.</summary>
    public static Table Of(OutlineForm form, Language language) =>
        OutlineTable.Of(
            [
                .. form.Superior is { } superior
                    ? [Line(OutlineStyles.Superior, superior.In(language))]
                    : Enumerable.Empty<OpenXmlElement>(),
                Line(OutlineStyles.Issuer, form.Body.In(language)),
                .. form.Style == DocumentStyle.Party
                    ? [Word.Paragraph(OutlineStyles.Number, Word.Run("*"))]
                    : new[] { Word.Paragraph(OutlineStyles.Rule) },
                Word.Paragraph(OutlineStyles.Number, Word.Hint(Number(form.Style, language))),
            ],
            [
                .. form.Style == DocumentStyle.Party
                    ? [Line(OutlineStyles.Crown, Text.Get(language, "form.head.party"))]
                    : new[]
                    {
                        Line(OutlineStyles.Nation, Text.Get(language, "form.head.nation")),
                        Line(OutlineStyles.Crown, Text.Get(language, "form.head.motto")),
                    },
                Word.Paragraph(
                    OutlineStyles.PlaceAndDate,
                    Word.Hint(Text.Get(language, "form.head.date"))
                ),
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
