using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Web.Pages;
using ProgramReview.Local.Rehearsal.People;
using static ProgramReview.Local.Rehearsal.Plans.SmallPlan;

namespace ProgramReview.Workflow.Tests;

/// <summary>A dossier as people read it, on its pages and as HTML files: from totals to cells, and nothing that is not for them.</summary>
public sealed class DossierPageTests
{
    private const string Said = "The bridge was closed <b>for weeks</b>.";
    private const string Comment = "Please name the causes & say who.";

    [Fact]
    public async Task From_A_Total_Its_Reader_Comes_To_The_Cell_In_Three_Clicks()
    {
        await using var scenario = await ReadyAsync();

        var dossier = await OpenAsync(scenario, "dossier", null, "");
        var total = dossier
            .QuerySelectorAll("a[href*='/figures?of=members']")
            .Single(link => link.TextContent == "40");
        var behind = await OpenAsync(
            scenario,
            "figures",
            null,
            QueryOf(total.GetAttribute("href")!)
        );
        var rows = behind.QuerySelectorAll("table.reports tbody tr");

        // The office says nothing itself, and all below it stand in for it.
        Assert.Contains(rows, row => row.TextContent.Contains("C2", StringComparison.Ordinal));
        var alpha = rows.Single(row =>
            row.QuerySelector($"a[href$='/files/{scenario.Alpha}.annex']") is not null
        );
        Assert.Contains("10", alpha.TextContent, StringComparison.Ordinal);
        var file = await ServeAsync(
            scenario,
            Readers.Participants,
            "files",
            $"{scenario.Alpha}.annex",
            ""
        );
        Assert.Equal(200, file.Status);
        Assert.Contains("Members of clubs;people;10", file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_Value_Of_A_Body_Stands_With_Its_Version_And_Cell()
    {
        await using var scenario = await ReadyAsync();

        var alpha = await OpenAsync(scenario, "figures", "alpha", "");

        var cells = alpha.QuerySelectorAll("td.number").ToList();
        Assert.Equal(2, cells.Count);
        Assert.All(
            cells,
            cell =>
            {
                Assert.EndsWith(
                    $"/files/{scenario.Alpha}.annex",
                    cell.QuerySelector("small a")!.GetAttribute("href")
                );
                Assert.Matches("[0-9a-f]{12}, cell C[23]", cell.TextContent);
            }
        );
    }

    [Fact]
    public async Task Everybody_Reads_Figures_And_The_List_And_Neither_Texts_Nor_Files_Nor_Comments()
    {
        await using var scenario = await ReadyAsync();
        var file = $"{scenario.Alpha}.annex";

        foreach (
            var (part, name) in new (string, string?)[]
            {
                ("files", file),
                ("texts", null),
                ("pieces", $"{(await scenario.DossierAsync(2)).Root.Pieces[0].Hash}.json"),
                ("exceptions", "explained"),
                ("unheard-of", null),
            }
        )
        {
            Assert.Equal(
                (part, 404),
                (part, (await ServeAsync(scenario, Readers.Everybody, part, name, "")).Status)
            );
        }
        foreach (
            var (part, name) in new (string, string?)[]
            {
                ("dossier", null),
                ("manifest.json", null),
                ("figures", null),
                ("figures", "alpha"),
                ("exceptions", "missing"),
                ("fairness", null),
            }
        )
        {
            var reply = await ServeAsync(scenario, Readers.Everybody, part, name, "");
            Assert.Equal((part, 200), (part, reply.Status));
            var text = WebUtility.HtmlDecode(reply.Body);
            Assert.DoesNotContain("The bridge", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Comment, text, StringComparison.Ordinal);
            Assert.DoesNotContain("/files/", text, StringComparison.Ordinal);
            // The first round's dossier was never published.
            Assert.DoesNotContain("What changed", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Participants_Read_Texts_Section_By_Section_And_Former_Rounds_With_What_Was_Written()
    {
        await using var scenario = await ReadyAsync();

        var texts = await ServeAsync(scenario, Readers.Participants, "texts", null, "?section=-");
        var dossier = await OpenAsync(scenario, "dossier", null, "");

        Assert.DoesNotContain(Said, texts.Body, StringComparison.Ordinal);
        // Two units and the office.
        Assert.Equal(3, WebUtility.HtmlDecode(texts.Body).Split(Said).Length - 1);
        Assert.Contains(Comment, dossier.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "What changed since round 1",
            dossier.QuerySelector("h2#changed")!.TextContent
        );
        Assert.Equal(
            404,
            (await ServeAsync(scenario, Readers.Participants, "texts", null, "?page=9")).Status
        );
    }

    [Theory]
    [InlineData(Readers.Participants)]
    [InlineData(Readers.Everybody)]
    public async Task Its_HTML_Files_Lead_To_Each_Other_And_Hold_What_Their_Readers_Read(
        Readers audience
    )
    {
        await using var scenario = await ReadyAsync();

        var (bytes, pages) = await DrawAsync(scenario, audience);

        Assert.Equal(bytes, (await DrawAsync(scenario, audience)).Bytes);
        var parsed = pages.ToDictionary(
            page => page.Key,
            page => new HtmlParser().ParseDocument(page.Value)
        );
        foreach (var (name, page) in parsed)
        {
            Assert.Empty(page.QuerySelectorAll("script, link[rel=stylesheet], img"));
            Assert.Single(page.QuerySelectorAll("style"));
            foreach (var link in page.QuerySelectorAll("a[href]"))
            {
                var (target, anchor) = link.GetAttribute("href")!.Split('#') is [var to, var at]
                    ? (to, at)
                    : (link.GetAttribute("href")!, null);
                if (
                    target.StartsWith("mailto:", StringComparison.Ordinal)
                    || target.StartsWith("tel:", StringComparison.Ordinal)
                )
                {
                    continue;
                }
                Assert.True(
                    parsed.TryGetValue(target.Length == 0 ? name : target, out var there),
                    $"{name} leads to {target}"
                );
                Assert.True(
                    anchor is null || there.GetElementById(anchor) is not null,
                    $"{name} leads to {target}#{anchor}"
                );
            }
        }
        var all = string.Concat(pages.Values.Select(WebUtility.HtmlDecode));
        Assert.Equal(
            audience == Readers.Participants,
            all.Contains("The bridge", StringComparison.Ordinal)
        );
        Assert.Equal(
            audience == Readers.Participants,
            all.Contains(Comment, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            "<b>for weeks",
            string.Concat(pages.Values),
            StringComparison.Ordinal
        );
        // The total, those below it, and the cell of each.
        var office = pages["figures-office.html"];
        Assert.Contains("C2", office, StringComparison.Ordinal);
        Assert.Contains(">40<", pages["index.html"], StringComparison.Ordinal);
    }

    private static async Task<(byte[] Bytes, Dictionary<string, string> Pages)> DrawAsync(
        Scenario scenario,
        Readers audience
    )
    {
        var renderer = new HtmlRenderer(scenario.World.Get<PageRenderer>());
        var content = await scenario
            .World.Get<DossierContents>()
            .OfAsync(
                scenario.Plan,
                await HashAsync(scenario),
                Language.En,
                audience,
                Scenario.Cancel
            );
        using var made = new MemoryStream();
        await renderer.WriteAsync(content, made, Scenario.Cancel);
        using var zip = new ZipArchive(new MemoryStream(made.ToArray()));
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            pages.Add(entry.FullName, await reader.ReadToEndAsync(Scenario.Cancel));
        }
        return (made.ToArray(), pages);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(
        Scenario scenario,
        string part,
        string? file,
        string query
    )
    {
        var reply = await ServeAsync(scenario, Readers.Participants, part, file, query);
        Assert.Equal(200, reply.Status);
        return new HtmlParser().ParseDocument(reply.Body);
    }

    private static async Task<FormReply> ServeAsync(
        Scenario scenario,
        Readers audience,
        string part,
        string? file,
        string query
    )
    {
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = scenario.World.Get<IServiceProvider>(),
            Response = { Body = answer },
        };
        http.Request.QueryString = new QueryString(query);
        var served = await scenario
            .World.Get<DossierView>()
            .ServeAsync(
                await scenario.CycleAsync(),
                await HashAsync(scenario),
                new DossierPlace(
                    "/d/x",
                    new PageContext(Language.En, scenario.Now, scenario.Plan),
                    audience
                )
                {
                    Query = http.Request.Query,
                },
                part,
                file,
                Scenario.Cancel
            );
        if (served is null)
        {
            return new FormReply(404, "", "");
        }
        await served.ExecuteAsync(http);
        return new FormReply(
            http.Response.StatusCode,
            "",
            Encoding.UTF8.GetString(answer.ToArray())
        );
    }

    private static string QueryOf(string path) =>
        path[path.IndexOf('?', StringComparison.Ordinal)..];

    private static async Task<string> HashAsync(Scenario scenario) =>
        (await scenario.StateAsync()).Dossiers[2];

    // Two of three units report; the first round asks for changes, the second is open.
    private static async Task<Scenario> ReadyAsync()
    {
        var scenario = await Scenario.StartAsync(
            change: PlanOf,
            services: services => services.AddSingleton<IContentReader>(new SayingReader())
        );
        await FigureTests.SendAsync(scenario, scenario.Alpha, 10, 50);
        await FigureTests.SendAsync(scenario, scenario.Beta, 30, 70);
        foreach (var assignment in new[] { scenario.Alpha, scenario.Beta })
        {
            await scenario.UploadAsync(
                assignment,
                SampleFile.Report("report.pdf", "Report"),
                "report"
            );
        }
        await scenario.ToDayAsync(9);
        await scenario.UploadAsync(scenario.Consolidated);
        await scenario.ToDayAsync(14.5);
        await scenario.AskForChangesAsync("first", Comment, [new PartId(scenario.Alpha, "annex")]);
        await FigureTests.SendAsync(scenario, scenario.Alpha, 10, 50);
        await scenario.ToAsync(scenario.Now.AddDays(12));
        Assert.True((await scenario.StateAsync()).Dossiers.ContainsKey(2));
        return scenario;
    }

    private static Plan PlanOf(Plan plan)
    {
        var asking = FigureTests.PlanOf(plan);
        return asking with
        {
            ReportTypes =
            [
                asking.ReportTypes[0] with
                {
                    Parts =
                    [
                        .. asking.ReportTypes[0].Parts!,
                        new ReportPart(
                            "report",
                            Text("Report"),
                            PartKind.Report,
                            [FileFormat.Pdf],
                            Required: false
                        ),
                    ],
                },
                asking.ReportTypes[1],
            ],
        };
    }

    private sealed class SayingReader : IContentReader
    {
        private readonly ContentReader tables = new(
            new ReadingLimits(),
            NullLogger<ContentReader>.Instance
        );

        public Task<ContentFacts> ReadAsync(
            Stream content,
            FileFormat format,
            CancellationToken cancellation
        ) =>
            format == FileFormat.Csv
                ? tables.ReadAsync(content, format, cancellation)
                : Task.FromResult(
                    new ContentFacts
                    {
                        Reader = IContentReader.Version,
                        Document = new DocumentFacts
                        {
                            Lines =
                            [
                                new DocumentLine(Said) { Paragraph = 1 },
                                new DocumentLine(
                                    "Whoever lives on the other side went round by the old ferry, twice a day and for a fee."
                                )
                                {
                                    Paragraph = 2,
                                },
                            ],
                        },
                    }
                );
    }
}
