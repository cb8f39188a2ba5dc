using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Compiling;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Rendering.Drafting;
using ProgramReview.Functions.Web.Pages;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Rendering.Sheets;

/// <summary>All reports: how each stood to time, and every exception with its reason.</summary>
internal static class ReportsSheet
{
    /// <summary>The sheet.</summary>
    public static SheetPlan Of(DossierContent content, CancellationToken cancellation) =>
        new(
            content.T("dossier.sheet.reports"),
            [30, 30, 22, 34, 34, .. ExceptionsChapter.Kinds.Select(_ => 40.0)],
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
        yield return
        [
            .. SheetRows.Head(
                content,
                "table.body",
                "receipt.report",
                "table.state",
                "table.received",
                "dossier.sheet.due"
            ),
            .. ExceptionsChapter.Kinds.Select(kind =>
                SheetCells.Text(ExceptionsChapter.TitleOf(content, kind), AnnexStyle.Head)
            ),
        ];
        await foreach (var piece in content.Pieces(cancellation))
        {
            foreach (var report in piece.Reports)
            {
                yield return Row(content, report);
            }
        }
    }

    private static Cell[] Row(DossierContent content, DossierReport report) =>
        SheetRows.Of([
            .. SheetRows.Names(content, report.Assignment),
            Text.Word(content.Language, report.Phase),
            report.Deciding is { } file ? InstantText.Full(content.Reader, file.Committed) : null,
            report.Due is { } due ? InstantText.Full(content.Reader, due) : null,
            .. ExceptionsChapter.Kinds.Select(kind =>
                string.Join(' ', ExceptionWords.Of(content, report, kind)) is { Length: > 0 } said
                    ? said
                    : null
            ),
        ]);
}
