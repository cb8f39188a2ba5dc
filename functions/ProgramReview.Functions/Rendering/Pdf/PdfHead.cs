using System.Globalization;
using PdfSharp.UniversalAccessibility;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms.Flow;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Rendering.Pdf;

/// <summary>The head of the first page: on the left who writes, below whom; on the right the Party's name or the state's, and the day.</summary>
internal static class PdfHead
{
    private const double LeftShare = 0.45;
    private const double Gap = 8;

    /// <summary>Draws it.</summary>
    public static void Draw(PdfPaper paper, PdfTypes types, FlowBlock.Head head, Language language)
    {
        var isParty = head.Style == DocumentStyle.Party;
        var middle = PdfPaper.X + (paper.Width * LeftShare);
        var top = paper.Y;
        var left = Column(
            paper,
            PdfPaper.X,
            middle - Gap,
            [
                (Capitals(head.Superior ?? ""), types.Prose),
                (Capitals(head.Issuer), types.Heading3),
                (isParty ? "*" : "", types.Prose),
            ]
        );
        paper.Y = top;
        var right = Column(
            paper,
            middle,
            PdfPaper.X + paper.Width,
            isParty
                ?
                [
                    (Capitals(Text.Get(language, "form.head.party")), types.Heading2),
                    (head.Date, types.Prose),
                ]
                :
                [
                    (Capitals(Text.Get(language, "form.head.nation")), types.Heading3),
                    (Text.Get(language, "form.head.motto"), types.Heading3),
                    (head.Date, types.Prose),
                ]
        );
        paper.Y = Math.Max(left, right);
    }

    private static double Column(
        PdfPaper paper,
        double from,
        double to,
        IReadOnlyList<(string Text, PdfType Type)> texts
    )
    {
        foreach (var (text, type) in texts.Where(one => one.Text.Length > 0))
        {
            paper.Tagged(
                PdfBlockLevelElementTag.Paragraph,
                () =>
                {
                    foreach (var line in type.Lines(text, to - from))
                    {
                        paper.Draw(
                            from + ((to - from - type.Width(line)) / 2),
                            paper.Y,
                            line,
                            type
                        );
                        paper.Y += type.Height;
                    }
                }
            );
        }
        return paper.Y;
    }

    private static string Capitals(string text) => text.ToUpper(CultureInfo.InvariantCulture);
}
