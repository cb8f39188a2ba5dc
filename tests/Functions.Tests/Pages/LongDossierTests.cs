using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
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
        var model = Decision() with { Page = 2 };

        var first = await DrawAsync<DecisionPage>(Decision());
        var second = await DrawAsync<DecisionPage>(model);
        var again = await DrawAsync<DecisionPage>(
            model with
            {
                Draft = new DecisionDraft(DecisionVerdict.RequestChanges, "", [chosen, stranger]),
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
    public async Task The_dossier_is_shown_by_pages_and_kept_whole()
    {
        var page = await DrawAsync<DossierPage>(Dossier() with { Page = 3 });
        var kept = await DrawAsync<DossierPage>(Dossier() with { IsFile = true });

        Assert.Equal(1 + Many - 200, page.QuerySelectorAll("table.reports tbody tr").Length);
        Assert.Null(Link(page, "next"));
        Assert.Equal("?page=2#reports", Link(page, "prev"));
        Assert.Contains("150 more", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1 + Many, kept.QuerySelectorAll("table.reports tbody tr").Length);
        Assert.DoesNotContain("150 more", kept.Body!.TextContent, StringComparison.Ordinal);
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
            Reports = Lines,
            Changes = [],
            Tally = DossierSample.Tally,
            State = DecisionPageState.Open,
            Step = new StepQuestion(SecondStep.None) { Digits = "4821" },
        };

    private static DossierPageModel Dossier() =>
        new()
        {
            Context = Reader,
            PublishedAt = Sample.Now,
            CompiledAt = Sample.Now,
            Round = 1,
            DossierHash = Sample.Hash,
            ManifestPath = "/d/x/manifest.json",
            FairnessPath = "/d/x/fairness",
            CloseCalls = 0,
            Reports = Lines,
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
