using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Sheets;

/// <summary>Every version that counts with its whole hash, so that whoever has a file can see whether it is this one.</summary>
internal static class VersionsSheet
{
    /// <summary>The sheet.</summary>
    public static SheetPlan Of(DossierContent content, CancellationToken cancellation) =>
        new(
            content.T("dossier.sheet.sources"),
            [30, 30, 24, 40, 14, 34, 70, 70],
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
            "dossier.sheet.part",
            "table.file",
            "dossier.sheet.bytes",
            "table.received",
            "material.column.sha256",
            "dossier.sheet.chain"
        );
        await foreach (var piece in content.Pieces(cancellation))
        {
            foreach (var report in piece.Reports)
            {
                foreach (var part in report.Parts)
                {
                    if (part.Counting is { } file)
                    {
                        yield return Row(content, report, part, file);
                    }
                }
            }
        }
    }

    private static Cell[] Row(
        DossierContent content,
        DossierReport report,
        PartRow part,
        CountingFile file
    )
    {
        var type = report.Assignment.ReportType;
        return SheetRows.Of([
            .. SheetRows.Names(content, report.Assignment),
            PartText.Name(content.Reader, type, part.Code),
            // A name that a person gave is theirs as the file is.
            content.ShowsPart(type, part.Code)
                ? file.FileName
                : null,
            (decimal)file.Size,
            InstantText.Full(content.Reader, file.Committed),
            file.Sha256,
            report.ChainHead,
        ]);
    }
}
