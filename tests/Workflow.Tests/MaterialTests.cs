using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Material;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Workflow.Tests;

/// <summary>What the reports say, read by operations and by the author of the consolidated report, and put together for that author.</summary>
public sealed class MaterialTests
{
    [Fact]
    public async Task Material_Is_Made_When_The_Consolidated_Report_Opens_And_Once_A_Day()
    {
        await using var scenario = await ReadyAsync();
        Assert.Empty((await scenario.StateAsync()).Materials);

        await scenario.ToDayAsync(8.5);
        await scenario.ReconcileAsync();
        await scenario.ReconcileAsync();
        var first = Assert.Single((await scenario.StateAsync()).Materials);
        await scenario.ToAsync(scenario.Now.AddDays(1));
        await scenario.ReconcileAsync();
        var second = (await scenario.StateAsync()).Materials[^1];

        Assert.Equal((3, 3), (first.Made!.Reports, first.Made.Changed));
        Assert.Null(first.By);
        Assert.NotEqual(first.Sequence, second.Sequence);
        Assert.Equal((first.Made.Manifest, 0), (second.Made!.Manifest, second.Made.Changed));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Report_That_Came_Again_Is_Named_And_The_Rest_Stays()
    {
        await using var scenario = await ReadyAsync();
        await AskAsync(scenario, "officer");
        await scenario.UploadAsync(
            scenario.Beta,
            Local.Rehearsal.People.SampleFile.Report("report.pdf", "Another")
        );

        await AskAsync(scenario, "officer");

        var state = await scenario.StateAsync();
        Assert.Equal(["officer", "officer"], state.Materials.Select(order => order.By));
        Assert.NotEqual(state.Materials[0].Made!.Manifest, state.Materials[1].Made!.Manifest);
        Assert.Equal(1, state.Materials[1].Made!.Changed);
        var changes = await scenario
            .World.Get<MaterialStore>()
            .ChangesAsync(scenario.Cycle, state.Materials[1].Sequence, Scenario.Cancel);
        var change = Assert.Single(changes.First);
        Assert.Equal(scenario.Beta, change.Assignment);
        Assert.NotNull(change.Before);
        Assert.NotNull(change.After);
    }

    [Fact]
    public async Task Two_Who_Ask_At_Once_Get_The_Same()
    {
        await using var scenario = await ReadyAsync();
        var (handler, cycle) = (scenario.World.Get<MaterialHandler>(), await scenario.CycleAsync());

        await Task.WhenAll(
            handler.AskAsync(scenario.World.Client, cycle, "one", Scenario.Cancel),
            handler.AskAsync(scenario.World.Client, cycle, "two", Scenario.Cancel)
        );
        await scenario.SettleAsync();

        Assert.NotNull(Assert.Single((await scenario.StateAsync()).Materials).Made);
    }

    [Fact]
    public async Task A_Line_That_Is_Cut_At_Every_Write_Makes_Nothing_Twice()
    {
        await using var scenario = await ReadyAsync();
        scenario.Faults.After = call =>
        {
            if (call.Key.Contains("material", StringComparison.Ordinal))
            {
                scenario.Faults.FailOnce(call);
            }
        };

        await scenario
            .World.Get<MaterialHandler>()
            .AskAsync(scenario.World.Client, await scenario.CycleAsync(), "one", Scenario.Cancel)
            .ContinueWith(_ => { }, TaskScheduler.Default);
        await scenario.ToAsync(scenario.Now.AddHours(1));
        await scenario.ReconcileAsync();
        await scenario.ToAsync(scenario.Now.AddHours(1));

        Assert.InRange(scenario.Faults.Count, 2, 100);
        var order = Assert.Single((await scenario.StateAsync()).Materials);
        Assert.Equal(3, order.Made!.Reports);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Its_Author_Reads_It_By_Link_And_Nobody_Else_Does()
    {
        await using var scenario = await ReadyAsync();
        await scenario.ToDayAsync(8.5);
        await scenario.ReconcileAsync();
        var author = await TokenAsync(scenario, scenario.Consolidated);
        var other = await TokenAsync(scenario, scenario.Alpha);

        var page = await LinkAsync(scenario, author, null);
        var denied = await LinkAsync(scenario, other, null);
        var texts = await LinkTextsAsync(scenario, author, "?q=HOA+giai");
        var deniedTexts = await LinkTextsAsync(scenario, other, "?q=hoa");

        Assert.Equal(
            (200, 404, 200, 404),
            (page.Status, denied.Status, texts.Status, deniedTexts.Status)
        );
        Assert.Contains("/consolidation/material.docx\"", page.Body, StringComparison.Ordinal);
        Assert.Equal(3, Marks(texts));
    }

    [Fact]
    public async Task Both_Files_Say_What_The_Reports_Say()
    {
        await using var scenario = await ReadyAsync();
        await AskAsync(scenario, "officer");
        var order = (await scenario.StateAsync()).Materials[0];
        var files = scenario.World.Get<MaterialFiles>();
        var reader = new Functions.Web.Pages.PageContext(Language.Vi, scenario.Now, scenario.Plan);

        foreach (
            var (name, part) in new[]
            {
                (MaterialFiles.Document, "word/document.xml"),
                (MaterialFiles.Workbook, "xl/worksheets/sheet1.xml"),
            }
        )
        {
            using var bytes = new MemoryStream();
            await files.Find(reader, order, name)!.WriteAsync(bytes, Scenario.Cancel);
            using var zip = new ZipArchive(bytes);
            using var text = new StreamReader(zip.GetEntry(part)!.Open());
            Assert.Equal(
                3,
                (await text.ReadToEndAsync(Scenario.Cancel)).Split("Quận đã hòa giải").Length - 1
            );
        }
        Assert.Null(files.Find(reader, order, "plan.yaml"));
    }

    [Fact]
    public async Task A_Search_Says_How_Far_It_Came()
    {
        await using var scenario = await ReadyAsync();

        var found = await TextsAsync(scenario, "?q=hoa+giai");
        var none = await TextsAsync(scenario, "?q=khong-co");
        var one = await TextsAsync(scenario, "?q=hoa&body=BETA");
        var rest = await TextsAsync(scenario, "?q=hoa&from=2");

        Assert.Equal(3, Marks(found));
        Assert.DoesNotContain("<mark>", none.Body, StringComparison.Ordinal);
        Assert.Equal(1, Marks(one));
        Assert.Equal(1, Marks(rest));
        Assert.Contains($"/texts/{scenario.Beta}", one.Body, StringComparison.Ordinal);
    }

    // All reports are in, and the consolidated one waits for its turn.
    private static async Task<Scenario> ReadyAsync()
    {
        var scenario = await Scenario.StartAsync(services: services =>
            services.AddSingleton<IContentReader>(new SayingReader())
        );
        await scenario.ToDayAsync(4);
        foreach (var assignment in new[] { scenario.Alpha, scenario.Beta, scenario.Gamma })
        {
            await scenario.UploadAsync(assignment);
        }
        return scenario;
    }

    private static async Task AskAsync(Scenario scenario, string by)
    {
        await scenario
            .World.Get<MaterialHandler>()
            .AskAsync(scenario.World.Client, await scenario.CycleAsync(), by, Scenario.Cancel);
        await scenario.SettleAsync();
    }

    private static int Marks(FormReply page) =>
        WebUtility.HtmlDecode(page.Body).Split("<mark>hòa</mark>").Length - 1;

    private static async Task<string> TokenAsync(Scenario scenario, AssignmentId assignment)
    {
        var held = await scenario.HeldLinkAsync(assignment.ToString(), LinkPurpose.Upload);
        return scenario.World.Get<LinkAddresses>().Of(LinkPurpose.Upload, held.Link.Id).Segments[
            ^1
        ];
    }

    private static Task<FormReply> TextsAsync(Scenario scenario, string query) =>
        new PostedForm(scenario.World).FollowAsync<TextsFunction>(
            new FormReply(303, $"/status/x/texts{query}", ""),
            (function, request) =>
                function.RunAsync(request, scenario.Cycle.ToString(), null, Scenario.Cancel)
        );

    private static Task<FormReply> LinkTextsAsync(Scenario scenario, string token, string query) =>
        new PostedForm(scenario.World).FollowAsync<LinkTextsFunction>(
            new FormReply(303, $"/u/x/texts{query}", ""),
            (function, request) => function.RunAsync(request, token, null, Scenario.Cancel)
        );

    private static Task<FormReply> LinkAsync(Scenario scenario, string token, string? file) =>
        new PostedForm(scenario.World).FollowAsync<LinkMaterialFunction>(
            new FormReply(303, "/u/x/consolidation", ""),
            (function, request) =>
                function.RunAsync(request, scenario.World.Client, token, file, Scenario.Cancel)
        );

    private sealed class SayingReader : IContentReader
    {
        public Task<ContentFacts> ReadAsync(
            Stream content,
            FileFormat format,
            CancellationToken cancellation
        ) =>
            Task.FromResult(
                new ContentFacts
                {
                    Reader = IContentReader.Version,
                    Document = new DocumentFacts
                    {
                        Lines =
                        [
                            new DocumentLine("Quận đã hòa giải nhiều vụ việc trong năm qua.")
                            {
                                Paragraph = 1,
                            },
                            new DocumentLine("=1+1 là công thức, không phải văn bản.")
                            {
                                Paragraph = 2,
                            },
                        ],
                    },
                }
            );
    }
}
