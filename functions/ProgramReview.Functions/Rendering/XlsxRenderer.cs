using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Rendering.Sheets;

namespace ProgramReview.Functions.Rendering;

/// <summary>A dossier as a workbook: what it adds up to, figures with their sources and their totals as formulas, reports, findings and versions.</summary>
internal sealed class XlsxRenderer : IDossierRenderer
{
    /// <inheritdoc/>
    public string Format => "xlsx";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string ContentType => SheetBook.ContentType;

    /// <inheritdoc/>
    public bool Speaks(Language language) => true;

    /// <inheritdoc/>
    public Task WriteAsync(DossierContent content, Stream target, CancellationToken cancellation)
    {
        var figures = new FigureLedger(content);
        IEnumerable<SheetPlan> sheets =
        [
            SummarySheet.Of(content, figures, cancellation),
            .. content.ShowsFigures && content.Dossier.Figures is not null
                ? [figures.Sheet(cancellation)]
                : Enumerable.Empty<SheetPlan>(),
            .. content.ShowsReports
                ?
                [
                    ReportsSheet.Of(content, cancellation),
                    FindingsSheet.Of(content, cancellation),
                    VersionsSheet.Of(content, cancellation),
                ]
                : Enumerable.Empty<SheetPlan>(),
        ];
        return SheetBook.WriteAsync(
            content.T("dossier.title", content.Plan.Plan.Programme.Number),
            content.Language,
            [.. sheets],
            target,
            cancellation
        );
    }
}
