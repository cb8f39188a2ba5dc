using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Compiling;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Draws what the reports of a dossier say, section by section, as far as the reader reads it: twenty reports of a piece at once.</summary>
public sealed class DossierTextsView(DossierStore dossiers, PageRenderer renderer)
{
    /// <summary>So many reports stand on a page; a piece is a whole number of pages.</summary>
    public const int MostReports = 20;

    private const int PagesOfAPiece = DossierPiece.Most / MostReports;

    /// <summary>The page of a section (<c>section</c>); null where the reader reads none.</summary>
    public async Task<IResult?> ServeAsync(
        DossierContent content,
        OpenDossier dossier,
        DossierPlace place,
        CancellationToken cancellation
    )
    {
        var chapters = content.Chapters;
        if (chapters.Count == 0 || place.Page > PagesOf(dossier.Root))
        {
            return null;
        }
        var chapter =
            chapters.FirstOrDefault(one => one.Name == place.Query["section"]) ?? chapters[0];
        var piece = await dossiers.GetPieceAsync(
            dossier.Root.Cycle,
            dossier.Root.Pieces[(place.Page - 1) / PagesOfAPiece],
            cancellation
        );
        var reports = piece
            .Reports.Skip((place.Page - 1) % PagesOfAPiece * MostReports)
            .Take(MostReports);
        var said = await Task.WhenAll(
            reports.Select(report => ReportSaid.OfAsync(content, report, cancellation))
        );
        return new PageResult(
            await renderer.RenderAsync<DossierTextsPage>(
                new DossierTextsPageModel
                {
                    Context = place.Reader,
                    Chapters = chapters,
                    Chapter = chapter,
                    Said = [.. said.OfType<ReportSaid>()],
                    FilePath = dossier.FindPath,
                    Path = place.Path,
                    Page = place.Page,
                    Last = PagesOf(dossier.Root),
                }
            ),
            IsPublic: place.IsPublic
        );
    }

    private static int PagesOf(Dossier dossier) =>
        (dossier.Totals.Reports + MostReports - 1) / MostReports;
}
