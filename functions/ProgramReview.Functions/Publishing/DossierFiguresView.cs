using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>
/// Draws the figures of a dossier, from the records that its root leads to: a node with all indicators, and who is behind one of its totals. A page
/// reads its way down to the node, and what it shows.
/// </summary>
public sealed class DossierFiguresView(DossierContents contents, PageRenderer renderer)
{
    /// <summary>So many bodies behind a total stand on a page.</summary>
    public const int MostBehind = 50;

    /// <summary>The page of a node, or with the queries <c>of</c> and <c>in</c> of a total; null if there is none.</summary>
    public async Task<IResult?> ServeAsync(
        DossierContent content,
        OpenDossier dossier,
        DossierPlace place,
        string? name,
        CancellationToken cancellation
    )
    {
        var node =
            name is null ? FanOutNode.Root
            : FanOutNode.TryParse(name, null, out var found) ? found
            : null;
        if (node is null || await contents.NodeAsync(content, node, cancellation) is not { } view)
        {
            return null;
        }
        string? indicator = place.Query["of"];
        return indicator is null ? await NodeAsync(content, dossier, place, view, cancellation)
            : view.Layout.Find(indicator, $"{place.Query["in"]}") is { } cell
                ? await BehindAsync(content, dossier, place, view, cell, cancellation)
            : null;
    }

    /// <summary>The path of a node's page.</summary>
    internal static string PathOf(string path, FanOutNode node) =>
        node == FanOutNode.Root ? $"{path}/figures" : $"{path}/figures/{node}";

    /// <summary>The path of the page of those behind a total.</summary>
    internal static string PathOf(string path, FanOutNode node, FigureLine line) =>
        $"{PathOf(path, node)}?of={line.Indicator.Code}&in={line.Period.Code}";

    /// <summary>Where the file of a report is fetched; null where the reader may not.</summary>
    internal static string? FileOf(OpenDossier dossier, OwnReport report) =>
        report.Part is { } part ? dossier.FindPath(new PartId(report.Assignment, part)) : null;

    private async Task<PageResult> NodeAsync(
        DossierContent content,
        OpenDossier dossier,
        DossierPlace place,
        FigureView view,
        CancellationToken cancellation
    ) =>
        new(
            await renderer.RenderAsync<DossierFiguresPage>(
                new DossierFiguresPageModel
                {
                    Context = place.Reader,
                    View = view,
                    Path = place.Path,
                    SourceOf = report => FileOf(dossier, report),
                    Findings = await contents.FindingsAsync(content, view, cancellation),
                }
            ),
            IsPublic: place.IsPublic
        );

    private async Task<PageResult> BehindAsync(
        DossierContent content,
        OpenDossier dossier,
        DossierPlace place,
        FigureView view,
        int cell,
        CancellationToken cancellation
    )
    {
        var after = FanOutNode.TryParse(place.Query["after"], null, out var last) ? last : null;
        var behind = await contents
            .ContributorsAsync(content, view, cell, after, cancellation)
            .Take(MostBehind + 1)
            .ToListAsync(cancellation);
        return new PageResult(
            await renderer.RenderAsync<DossierBehindPage>(
                new DossierBehindPageModel
                {
                    Context = place.Reader,
                    View = view,
                    Cell = cell,
                    Path = place.Path,
                    SourceOf = report => FileOf(dossier, report),
                    Behind = [.. behind.Take(MostBehind)],
                    HasMore = behind.Count > MostBehind,
                }
            ),
            IsPublic: place.IsPublic
        );
    }
}
