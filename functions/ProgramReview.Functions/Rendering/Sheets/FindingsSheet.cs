using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Rendering.Drafting;
using ProgramReview.Functions.Web.Pages;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Rendering.Sheets;

/// <summary>What does not go together in the figures of the whole and those directly below it, then what was found in the reports.</summary>
internal static class FindingsSheet
{
    /// <summary>The sheet.</summary>
    public static SheetPlan Of(DossierContent content, CancellationToken cancellation) =>
        new(
            content.T("dossier.sheet.findings"),
            [30, 30, 20, 40, 10, 12, 14, 12, 100],
            RowsAsync(content, cancellation)
        )
        {
            Head = 1,
        };

    private static async IAsyncEnumerable<IEnumerable<Cell>> RowsAsync(
        DossierContent content,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return SheetRows.Head(
            content,
            "table.body",
            "receipt.report",
            "status.findings.weight",
            "status.findings.kind",
            "dossier.document.places",
            "status.findings.explained",
            "status.findings.unexplained",
            "status.findings.overruled",
            "dossier.document.finding"
        );
        foreach (var view in await FiguresChapter.ViewsAsync(content, cancellation))
        {
            foreach (var finding in ConsistencyChapter.FindingsOf(content, view))
            {
                yield return SheetRows.Of(
                    FigureWords.NameOf(content.Plan, view.Node, content.Language),
                    null,
                    Text.Word(content.Language, finding.Severity),
                    FindingText.Fault(content.Language, finding.Code),
                    null,
                    null,
                    null,
                    null,
                    ConsistencyChapter.WordsOf(content, finding)
                );
            }
        }
        await foreach (var piece in content.Pieces(cancellation))
        {
            foreach (var report in piece.Reports)
            {
                foreach (var kind in report.Findings)
                {
                    yield return Row(content, report, kind);
                }
            }
        }
    }

    private static Cell[] Row(DossierContent content, DossierReport report, FindingCount kind) =>
        SheetRows.Of([
            .. SheetRows.Names(content, report.Assignment),
            Text.Word(content.Language, kind.Severity),
            FindingText.Fault(content.Language, kind.Code),
            kind.Places,
            kind.Explained,
            kind.Unexplained,
            kind.Overruled,
            string.Join(' ', FindingsChapter.Answers(content, report, kind.Code)),
        ]);
}
