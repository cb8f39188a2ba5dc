using ProgramReview.Core.Figures;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Tests.Forms;
using ProgramReview.Functions.Tests.Material;

namespace ProgramReview.Pages.Tests;

/// <summary>The pages of figures in every state.</summary>
internal static class FiguresGallery
{
    private static readonly PlanLookup Hanoi = new(FormSample.Hanoi);

    public static IEnumerable<Exhibit> Of(Language language)
    {
        var views = FigureSample.Views(FormSample.Hanoi);
        var context = Sample.Context(language) with { Plan = Hanoi };
        string NameOf(FigureView view) => FigureWords.NameOf(Hanoi, view.Node, language);
        var indicator = views[0].Layout.Indicators[0];
        FigureTableRow Row(FigureView view) =>
            new(NameOf(view), "/status/x/figures?at=y", view.Lines(indicator.Code));
        var page = new FiguresPageModel
        {
            Context = context,
            Name = NameOf(views[0]),
            Indicator = indicator,
            Crumbs = [],
            AllPath = "/status/x/figures",
            IsMade = true,
            Whole = Row(views[0]) with { Path = null },
            Rows = [.. views.Skip(1).Select(Row)],
            Findings =
            [
                .. ConsistencyChecks
                    .Run(
                        new FigureScene(
                            Hanoi,
                            [.. views.Select(one => KeptFigures.Of(one.Layout, one.Figures))]
                        )
                    )
                    .Take(12)
                    .Select(finding => finding.ToFinding()),
            ],
            Hash = views[0].Hash,
            CsvPath = "/status/x/figures/members?as=csv",
            WorkbookPath = "/status/x/figures/members?as=xlsx",
            BackPath = "/status/x",
            StoryOf = id => $"/status/x/story/{id}",
        };
        yield return Gallery.Page<FiguresPage>("figures-indicator", page);
        foreach (
            var (name, view) in new[] { ("figures-whole", views[0]), ("figures-body", views[^1]) }
        )
        {
            yield return Gallery.Page<FiguresPage>(
                name,
                page with
                {
                    Name = NameOf(view),
                    Indicator = null,
                    AllPath = null,
                    Whole = null,
                    Crumbs =
                        view == views[0] ? [] : [new StatusCrumb(NameOf(views[0]), "/status/x")],
                    Rows =
                    [
                        .. view
                            .Layout.Indicators.Select(one => new FigureTableRow(
                                one.Name.In(language),
                                "/status/x/figures/y",
                                view.Lines(one.Code)
                            ))
                            .Where(row =>
                                row.Lines.Any(line =>
                                    line.Own is not null || line.Below is not null
                                )
                            ),
                    ],
                    Below =
                        view == views[0]
                            ?
                            [
                                .. views
                                    .Skip(1)
                                    .Select(one => new StatusCrumb(NameOf(one), "/status/x")),
                            ]
                            : [],
                    Hash = view.Hash,
                }
            );
        }
        yield return Gallery.Page<FiguresPage>(
            "figures-none",
            page with
            {
                IsMade = false,
                Whole = null,
                Rows = [],
                Hash = null,
            }
        );
    }
}
