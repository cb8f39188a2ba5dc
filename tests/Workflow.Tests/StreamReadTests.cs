using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Workflow.Tests;

/// <summary>A request reads each stream once: whoever opened the link hands on what it read.</summary>
public sealed class StreamReadTests
{
    [Fact]
    public Task The_Upload_Page_Reads_The_Cycle_And_The_Report() =>
        UploadLinkAsync(
            async (scenario, _) =>
                await Make<UploadPageFunction>(scenario)
                    .RunAsync(Get(), scenario.TokenOf(scenario.Alpha), Scenario.Cancel),
            200
        );

    [Fact]
    public Task A_Permission_Reads_The_Cycle_And_The_Report() =>
        UploadLinkAsync(
            async (scenario, _) =>
                await Make<UploadPermissionFunction>(scenario)
                    .RunAsync(
                        Json(new() { ["fileName"] = "report.pdf", ["size"] = 1000 }),
                        scenario.TokenOf(scenario.Alpha),
                        Scenario.Cancel
                    ),
            201
        );

    [Fact]
    public Task A_Refused_Permission_Reads_The_Cycle_And_The_Report() =>
        UploadLinkAsync(
            async (scenario, _) =>
                await Make<UploadPermissionFunction>(scenario)
                    .RunAsync(
                        Json(new() { ["fileName"] = "report.pdf", ["size"] = 1L << 40 }),
                        scenario.TokenOf(scenario.Alpha),
                        Scenario.Cancel
                    ),
            409
        );

    [Fact]
    public Task News_Of_A_Sent_File_Reads_The_Cycle_And_The_Report() =>
        UploadLinkAsync(
            async (scenario, name) =>
                await Make<UploadReceivedFunction>(scenario)
                    .RunAsync(
                        Json(new() { ["blobName"] = name }),
                        scenario.World.Client,
                        scenario.TokenOf(scenario.Alpha),
                        Scenario.Cancel
                    ),
            200
        );

    [Fact]
    public Task A_Form_Without_Script_Reads_The_Cycle_And_The_Report() =>
        UploadLinkAsync(async (scenario, _) => await SendFormAsync(scenario, hasFile: true), 303);

    [Fact]
    public Task A_Form_Without_A_File_Reads_The_Cycle_And_The_Report() =>
        UploadLinkAsync(async (scenario, _) => await SendFormAsync(scenario, hasFile: false), 422);

    [Fact]
    public async Task A_Receipt_Reads_The_Cycle_And_The_Report()
    {
        await using var scenario = await StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        var sequence = (await scenario.EntriesAsync(scenario.Alpha.Stream))
            .Single(entry => entry.Event is AssignmentEvent.SubmissionRecorded)
            .Sequence;

        await AssertReadsAsync(
            scenario,
            async () =>
                await Make<ReceiptSheetFunction>(scenario)
                    .RunAsync(Get(), scenario.TokenOf(scenario.Alpha), sequence, Scenario.Cancel),
            200,
            scenario.Cycle.Stream.Value,
            scenario.Alpha.Stream.Value
        );
    }

    [Fact]
    public async Task The_Story_Of_A_Report_Reads_The_Cycle_And_The_Report()
    {
        await using var scenario = await StartAsync();

        await AssertReadsAsync(
            scenario,
            async () =>
                await Make<StoryFunction>(scenario)
                    .RunAsync(
                        Staff(),
                        scenario.Cycle.ToString(),
                        scenario.Alpha.ToString(),
                        Scenario.Cancel
                    ),
            200,
            scenario.Cycle.Stream.Value,
            scenario.Alpha.Stream.Value
        );
    }

    [Fact]
    public async Task The_Story_Of_A_Cycle_Reads_The_Cycle()
    {
        await using var scenario = await StartAsync();

        await AssertReadsAsync(
            scenario,
            async () =>
                await Make<StoryFunction>(scenario)
                    .RunAsync(Staff(), scenario.Cycle.ToString(), null, Scenario.Cancel),
            200,
            scenario.Cycle.Stream.Value
        );
    }

    [Fact]
    public async Task The_Status_Page_And_Its_Lists_Read_The_Cycle()
    {
        await using var scenario = await StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(6);

        await AssertReadsAsync(
            scenario,
            async () =>
                await Make<StatusPageFunction>(scenario)
                    .RunAsync(
                        Staff(),
                        scenario.World.Client,
                        scenario.Cycle.ToString(),
                        Scenario.Cancel
                    ),
            200,
            scenario.Cycle.Stream.Value
        );
        await AssertReadsAsync(
            scenario,
            async () =>
                await Make<StatusAlarmsFunction>(scenario)
                    .RunAsync(Staff(), scenario.Cycle.ToString(), "overdue", Scenario.Cancel),
            200,
            scenario.Cycle.Stream.Value
        );
        await AssertReadsAsync(
            scenario,
            async () =>
                await Make<StatusCsvFunction>(scenario)
                    .RunAsync(Staff(), scenario.Cycle.ToString(), Scenario.Cancel),
            200,
            scenario.Cycle.Stream.Value
        );
    }

    [Fact]
    public async Task The_Decision_Page_And_The_Draft_Read_The_Cycle()
    {
        await using var scenario = await StartAsync();
        await scenario.ReachApprovalAsync();
        var token = await DecisionTokenAsync(scenario);

        await AssertReadsAsync(
            scenario,
            async () =>
                await Make<DecisionPageFunction>(scenario).RunAsync(Get(), token, Scenario.Cancel),
            200,
            scenario.Cycle.Stream.Value
        );
        await AssertReadsAsync(
            scenario,
            async () =>
                await Make<DraftDossierFunction>(scenario)
                    .RunAsync(Get(), token, "dossier", null, Scenario.Cancel),
            200,
            scenario.Cycle.Stream.Value
        );
    }

    [Fact]
    public async Task A_Decision_Reads_The_Cycle()
    {
        await using var scenario = await StartAsync();
        await scenario.ReachApprovalAsync();
        var token = await DecisionTokenAsync(scenario);
        var hash = (await scenario.StateAsync()).Dossiers[1];
        var link = await scenario.LinkOfAsync("1", LinkPurpose.Decide);
        using var form = new FormUrlEncodedContent([
            new("verdict", "Approve"),
            new("dossierHash", hash),
            new("round", "1"),
            new("rules", $"{Quorum.Version}"),
            new("confirmation", scenario.World.Get<LinkTokens>().ConfirmationOf(link.Id, hash)),
        ]);

        await AssertReadsAsync(
            scenario,
            async () =>
                await Make<DecideFunction>(scenario)
                    .RunAsync(
                        await PostAsync(form, $"/a/{token}"),
                        scenario.World.Client,
                        token,
                        Scenario.Cancel
                    ),
            303,
            scenario.Cycle.Stream.Value
        );
        Assert.Single((await scenario.StateAsync()).CurrentRound!.Decisions);
    }

    [Fact]
    public async Task Whoever_Was_Not_First_Reads_Once_More_And_Decides_Anew()
    {
        var record = new CountingRecord(new InMemoryEventStore());
        var recorder = new Recorder(record, new NoRows(), TimeProvider.System);
        var stream = new StreamId("2026q1");
        var known = await record.ReadAsync(stream, Scenario.Cancel);
        var seen = new List<int>();
        Task<Recorded?> WriteAsync(string key) =>
            recorder.WriteAsync(
                known,
                key,
                entries =>
                {
                    seen.Add(entries.Count);
                    return new CycleEvent.ProcessFailed("instance", key);
                },
                Scenario.Cancel
            );

        var first = await WriteAsync("first");
        var readsOfTheFirst = record.Reads.Count;
        var second = await WriteAsync("second");
        var again = await WriteAsync("first");

        Assert.Equal(1, readsOfTheFirst);
        Assert.Equal(3, record.Reads.Count);
        Assert.Equal([0, 0, 1, 0], seen);
        Assert.Equal(first!.Entry.Hash, second!.Entry.PreviousHash);
        Assert.False(again!.IsNew);
        Assert.Equal(first.Entry, again.Entry);
    }

    private static async Task UploadLinkAsync(Func<Scenario, string, Task<IResult>> ask, int status)
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(2);
        var name = await scenario.PutSilentlyAsync(scenario.Alpha);
        await AssertReadsAsync(
            scenario,
            () => ask(scenario, name),
            status,
            scenario.Cycle.Stream.Value,
            scenario.Alpha.Stream.Value
        );
    }

    private static Task<Scenario> StartAsync() =>
        Scenario.StartAsync(services: services =>
        {
            var inner = services.Last(service => service.ServiceType == typeof(IEventStore));
            services.AddSingleton<IEventStore>(provider => new CountingRecord(
                (IEventStore)inner.ImplementationFactory!(provider)
            ));
        });

    private static async Task AssertReadsAsync(
        Scenario scenario,
        Func<Task<IResult>> ask,
        int status,
        params string[] streams
    )
    {
        var record = (CountingRecord)scenario.World.Get<IEventStore>();
        record.Reads.Clear();
        var result = await ask();
        var read = record.Reads.ToList();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = scenario.World.Get<IServiceProvider>(),
        };
        http.Response.Body = body;
        await result.ExecuteAsync(http);

        Assert.Equal(status, http.Response.StatusCode);
        Assert.Equal(
            streams.Order(StringComparer.Ordinal),
            read.Order(StringComparer.Ordinal).ToArray()
        );
    }

    private static async Task<IResult> SendFormAsync(Scenario scenario, bool hasFile)
    {
        using var form = new MultipartFormDataContent();
        form.Add(
            new ByteArrayContent(Scenario.Report.Content.ToArray()),
            hasFile ? "file" : "other",
            Scenario.Report.Name
        );
        var token = scenario.TokenOf(scenario.Alpha);
        return await Make<UploadFormFunction>(scenario)
            .RunAsync(
                await PostAsync(form, $"/u/{token}"),
                scenario.World.Client,
                token,
                Scenario.Cancel
            );
    }

    private static async Task<string> DecisionTokenAsync(Scenario scenario) =>
        scenario
            .World.Get<LinkTokens>()
            .TokenOf((await scenario.LinkOfAsync("1", LinkPurpose.Decide)).Id);

    private static T Make<T>(Scenario scenario) =>
        ActivatorUtilities.CreateInstance<T>(scenario.World.Get<IServiceProvider>());

    private static HttpRequest Get() => new DefaultHttpContext().Request;

    private static HttpRequest Staff()
    {
        var request = Get();
        request.HttpContext.Items["ProgramReview.Staff"] = new StaffMember(
            "operator",
            StaffRole.Operator
        );
        return request;
    }

    private static HttpRequest Json(Dictionary<string, object> fields)
    {
        var request = Get();
        request.Method = HttpMethods.Post;
        request.ContentType = "application/json";
        request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(fields));
        return request;
    }

    private static async Task<HttpRequest> PostAsync(HttpContent form, string path)
    {
        var request = Get();
        request.Method = HttpMethods.Post;
        request.Path = path;
        request.ContentType = form.Headers.ContentType!.ToString();
        request.Body = new MemoryStream(await form.ReadAsByteArrayAsync(Scenario.Cancel));
        return request;
    }
}
