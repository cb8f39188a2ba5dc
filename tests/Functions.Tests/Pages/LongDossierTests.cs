using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Pages.Tests;

/// <summary>A dossier of hundreds of reports is shown by pages, and what is chosen on one of them is not lost on another.</summary>
public sealed class LongDossierTests
{
    private const int Many = 250;

    [Fact]
    public async Task The_decision_page_shows_a_page_of_reports_and_offers_those_for_changes()
    {
        var chosen = new PartId(Lines[3].Assignment, "report");
        // Whatever a form carried.
        var stranger = new PartId(chosen.Assignment with { Body = "nobody" }, "report");
        var model = Decision() with { Others = DossierSample.Page(Lines, 2) };

        var first = await DrawAsync<DecisionPage>(Decision());
        var second = await DrawAsync<DecisionPage>(model);
        var again = await DrawAsync<DecisionPage>(
            model with
            {
                Draft = new DecisionDraft(DecisionVerdict.RequestChanges, "", [chosen, stranger]),
                Chosen = [Lines[3]],
            }
        );

        Assert.Equal(101, first.QuerySelectorAll("table.reports tbody tr").Length);
        Assert.Null(first.QuerySelector("details[open]#reports"));
        Assert.NotNull(second.QuerySelector("details[open]#reports"));
        Assert.Equal("?page=3#reports", Link(second, "next"));
        Assert.Equal("?page=1#reports", Link(second, "prev"));
        Assert.InRange(first.DocumentElement.OuterHtml.Length, 1_000, 400_000);
        Assert.DoesNotContain(Offered(first).Intersect(Offered(second)), id => !IsConsolidated(id));
        Assert.DoesNotContain($"{chosen}", Offered(second));
        Assert.Contains($"{chosen}", Offered(again));
        Assert.DoesNotContain($"{stranger}", Offered(again));
    }

    [Fact]
    public async Task The_dossier_is_shown_by_pages()
    {
        var page = await DrawAsync<DossierPage>(
            Dossier() with
            {
                Reports = DossierSample.Page(Lines, 3),
            }
        );

        Assert.Equal(1 + Many - 200, page.QuerySelectorAll("table.reports tbody tr").Length);
        Assert.Null(Link(page, "next"));
        Assert.Equal("?page=2#reports", Link(page, "prev"));
    }

    [Fact]
    public async Task Exceptions_are_told_at_first_and_listed_behind()
    {
        var group = new ExceptionGroup(
            DossierException.Missing,
            Many,
            [.. Lines.Skip(1).Take(10)],
            "/d/x/exceptions/missing"
        );
        var page = await DrawAsync<DossierPage>(Dossier() with { Exceptions = [group] });
        var list = await DrawAsync<DossierExceptionPage>(
            new DossierExceptionPageModel
            {
                Context = Reader,
                Group = group with { Path = null },
                Page = 2,
                BackPath = "/d/x/dossier",
            }
        );

        // The count of a state leads to them, and so does the list that holds the first ten.
        Assert.Equal(
            ["Not received", "All 250 of them"],
            page.QuerySelectorAll("a[href='/d/x/exceptions/missing']")
                .Select(link => link.TextContent)
        );
        Assert.Equal("?page=1", Link(list, "prev"));
        Assert.Equal("?page=3", Link(list, "next"));
    }

    private static PageContext Reader { get; } =
        new(
            Language.En,
            Sample.Now,
            new PlanLookup(
                Sample.Plan with
                {
                    Bodies =
                    [
                        .. Sample.Plan.Bodies,
                        .. Enumerable
                            .Range(1, Many)
                            .Select(number =>
                                Sample.Plan.Bodies[^1] with
                                {
                                    Code = CodeOf(number),
                                }
                            ),
                    ],
                }
            )
        );

    private static IReadOnlyList<ReportLine> Lines { get; } =
    [
        new(Sample.Consolidated, AssignmentPhase.Waiting, Due, null, []),
        .. Enumerable
            .Range(1, Many)
            .Select(number => new ReportLine(
                new AssignmentId(Sample.Plan.Cycle, CodeOf(number), Sample.District.ReportType),
                AssignmentPhase.Missing,
                Due,
                null,
                []
            )),
    ];

    private static Deadline Due => Sample.Limit("2024-09-15T17:00:00+07:00");

    private static DecisionPageModel Decision() =>
        new()
        {
            Context = Reader,
            Path = "/a/abc",
            Approver = Sample.Plan.Approval.Approvers[0],
            Round = 1,
            Closes = Due,
            DossierHash = Sample.Hash,
            DossierPath = "/a/abc/dossier",
            Totals = DossierSample.RootOf(Lines).Totals,
            Consolidated = [Lines[0]],
            Others = DossierSample.Page(Lines, 1),
            Found = [],
            Changes = RoundDifference.None,
            Tally = DossierSample.Tally,
            State = DecisionPageState.Open,
            Step = new StepQuestion(SecondStep.None) { Digits = "4821" },
        };

    private static DossierPageModel Dossier() =>
        new()
        {
            Context = Reader,
            PublishedAt = Sample.Now,
            Dossier = DossierSample.RootOf(Lines) with
            {
                Anchors = [],
                Outages = [],
                HealthGaps = [],
            },
            DossierHash = Sample.Hash,
            Path = "/d/x",
            Consolidated = [Lines[0]],
            Reports = DossierSample.Page(Lines, 1),
            Exceptions = [],
            Renderings = RenderingSample.All,
            Decisions = [],
        };

    private static string CodeOf(int number) => FormattableString.Invariant($"made-{number}");

    private static bool IsConsolidated(string id) =>
        id.StartsWith($"{Sample.Consolidated}", StringComparison.Ordinal);

    private static string[] Offered(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("input[name=reopen]").Select(one => one.GetAttribute("value")!)];

    private static string? Link(IHtmlDocument page, string rel) =>
        page.QuerySelector($"a[rel={rel}]")?.GetAttribute("href");

    private static async Task<IHtmlDocument> DrawAsync<TPage>(IPageModel model)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        await new HtmlParser().ParseDocumentAsync(await Rendering.Pages.RenderAsync<TPage>(model));
}
