using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Draws the pages of figures, and gives the same as files. A page reads its node's record and at most the hundred directly below.</summary>
public sealed class FiguresView(
    FigureReader figures,
    FigureFindings findings,
    PageRenderer renderer
)
{
    /// <summary>The page, or the file.</summary>
    internal async Task<IResult> AnswerAsync(
        PageContext context,
        FiguresQuery query,
        string? format,
        CancellationToken cancellation
    )
    {
        var view = await figures.FindAsync(query.Plan, query.Node, cancellation);
        var name = $"{query.Plan.Plan.Cycle}-{query.Indicator?.Code ?? "figures"}";
        return format switch
        {
            "csv" => Csv.Stream(
                context,
                FigureSheet.Head(context.Language),
                Shown(query, view, cancellation)
                    .SelectMany(one =>
                        FigureSheet
                            .Rows(context, one, query.Indicator?.Code)
                            .Select(row => row.AsEnumerable())
                            .ToAsyncEnumerable()
                    ),
                $"{name}.csv"
            ),
            "xlsx" => new FormDownload(
                $"{name}.xlsx",
                $"{name}.xlsx",
                SheetBook.ContentType,
                (target, stop) =>
                    SheetBook.WriteAsync(
                        Text.Get(context.Language, "figures.title"),
                        context.Language,
                        [
                            new SheetPlan(
                                Text.Get(context.Language, "figures.title"),
                                FigureSheet.Widths,
                                FigureSheet.RowsAsync(
                                    context,
                                    Shown(query, view, stop),
                                    query.Indicator?.Code
                                )
                            ),
                        ],
                        target,
                        stop
                    )
            ),
            _ => new PageResult(
                await renderer.RenderAsync<FiguresPage>(
                    await ModelAsync(context, query, view, cancellation)
                )
            ),
        };
    }

    // What the page shows: of one indicator the node and those below it, else the node.
    private IAsyncEnumerable<FigureView> Shown(
        FiguresQuery query,
        FigureView? view,
        CancellationToken cancellation
    ) =>
        view is null ? AsyncEnumerable.Empty<FigureView>()
        : query.Indicator is null ? new[] { view }.ToAsyncEnumerable()
        : figures.BelowAsync(query.Plan, view, cancellation).Prepend(view);

    private async Task<FiguresPageModel> ModelAsync(
        PageContext context,
        FiguresQuery query,
        FigureView? view,
        CancellationToken cancellation
    )
    {
        var (plan, language, node) = (query.Plan, context.Language, query.Node);
        var tree = FigureTree.Of(plan);
        var status = $"/status/{plan.Plan.Cycle}";
        string NameOf(FanOutNode one) => FigureWords.NameOf(plan, one, language);
        var page = new FiguresPageModel
        {
            Context = context,
            Name = NameOf(node),
            Indicator = query.Indicator,
            IsMade = view is not null,
            Hash = view?.Hash,
            Crumbs =
            [
                .. tree.PathFrom(node)
                    .Skip(1)
                    .Reverse()
                    .Select(one => new StatusCrumb(
                        NameOf(one),
                        query.PathOf(one, query.Indicator?.Code)
                    )),
            ],
            AllPath = query.Indicator is null ? null : query.PathOf(node, null),
            Rows = [],
            CsvPath = query.FileOf("csv"),
            WorkbookPath = query.FileOf("xlsx"),
            BackPath = status,
            StoryOf = assignment => $"{status}/story/{assignment}",
        };
        if (view is null)
        {
            return page;
        }
        var found = await findings.OfAsync(plan, view, cancellation);
        page = page with
        {
            Findings =
            [
                .. found
                    .Where(finding =>
                        query.Indicator is null || finding.Indicator == query.Indicator.Code
                    )
                    .Select(finding => finding.ToFinding()),
            ],
        };
        if (query.Indicator is not { } indicator)
        {
            return page with
            {
                Rows =
                [
                    .. view
                        .Layout.Indicators.Select(one => new FigureTableRow(
                            one.Name.In(language),
                            query.PathOf(node, one.Code),
                            view.Lines(one.Code)
                        )
                        {
                            About = one.Unit.In(language),
                        })
                        .Where(row => row.IsAsked),
                ],
                Below =
                [
                    .. tree.Children(node)
                        .Select(one => new StatusCrumb(NameOf(one), query.PathOf(one, null))),
                ],
            };
        }
        var rows = await figures
            .BelowAsync(plan, view, cancellation)
            .Select(below => new FigureTableRow(
                NameOf(below.Node),
                // Where nothing is below, the body's own page shows every cell.
                query.PathOf(
                    below.Node,
                    tree.Children(below.Node).Count > 0 ? indicator.Code : null
                ),
                below.Lines(indicator.Code)
            ))
            .ToListAsync(cancellation);
        return page with
        {
            Whole = new FigureTableRow(page.Name, null, view.Lines(indicator.Code)),
            Rows = [.. rows.Where(row => row.IsAsked)],
        };
    }
}
