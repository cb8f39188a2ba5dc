using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Workflow.Tests;

/// <summary>
/// A classic failure by its name: the client's clock is used. Here the client lies about the time in every header and field that a request
/// has room for, at every entrance that takes requests; the judgement and the receipt do not move.
/// </summary>
public sealed class ClientClockTests
{
    // The names that the product itself uses for instants, and those that others might.
    private static readonly string[] Fields =
    [
        "committed",
        "noticed",
        "judged",
        "permitted",
        "arrived",
        "expires",
        "instant",
        "now",
        "time",
        "timestamp",
        "lastModified",
    ];

    private static readonly string[] Headers =
    [
        "Date",
        "Last-Modified",
        "If-Modified-Since",
        "If-Unmodified-Since",
        "Expires",
        "x-ms-date",
        "x-ms-last-modified",
        "X-Client-Time",
        "X-Timestamp",
    ];

    [Theory]
    [InlineData(4, 6, TimelinessVerdict.OnTime)]
    [InlineData(4, 400, TimelinessVerdict.OnTime)]
    [InlineData(6, 4, TimelinessVerdict.Late)]
    [InlineData(6, -400, TimelinessVerdict.Late)]
    [InlineData(6, 8, TimelinessVerdict.Late)]
    public async Task Client_Clock_Used_By_The_Script(
        double day,
        double claimed,
        TimelinessVerdict verdict
    )
    {
        await using var scenario = await Scenario.StartAsync();
        var claim = scenario.Day(claimed);
        await scenario.ToDayAsync(day);

        var permission = await AskAsync(scenario, scenario.Alpha, claim);
        Assert.Equal(201, permission.Status);
        var name = permission.Body.GetProperty("blobName").GetString()!;
        await scenario.FinishSlowUploadAsync(name);
        var told = await TellAsync(scenario, scenario.Alpha, name, claim);

        Assert.Equal(200, told.Status);
        Assert.Equal(verdict.ToString(), told.Body.GetProperty("verdict").GetString());
        await AssertJudgedAsync(scenario, scenario.Alpha, day, verdict);
    }

    [Theory]
    [InlineData(4, 6, TimelinessVerdict.OnTime)]
    [InlineData(6, 4, TimelinessVerdict.Late)]
    public async Task Client_Clock_Used_By_The_Form(
        double day,
        double claimed,
        TimelinessVerdict verdict
    )
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(day);

        await SendFormAsync(scenario, scenario.Alpha, scenario.Day(claimed));

        await AssertJudgedAsync(scenario, scenario.Alpha, day, verdict);
    }

    [Fact]
    public async Task Client_Clock_Used_After_The_Close()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(8);

        var refused = await AskAsync(scenario, scenario.Alpha, scenario.Day(4));
        await SendFormAsync(scenario, scenario.Alpha, scenario.Day(4));
        await SendFormAsync(scenario, scenario.Alpha, scenario.Day(4), hasFile: false);

        Assert.Equal(409, refused.Status);
        Assert.Equal("closed", refused.Body.GetProperty("code").GetString());
        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Submissions);
        var refusals = await scenario.EventsAsync<AssignmentEvent.AttemptRefused>(
            scenario.Alpha.Stream
        );
        Assert.Equal(3, refusals.Count);
        Assert.All(
            refusals,
            @event =>
            {
                var receipt = Core.Receipts.Receipt.Parse(@event.Receipt!);
                Assert.Equal(scenario.Day(8), receipt.Timeliness!.Instant);
                Assert.Equal(TimelinessVerdict.Refused, receipt.Timeliness.Verdict);
            }
        );
    }

    // Every instant on record is the product's own, in the judgement as in the signed receipt.
    private static async Task AssertJudgedAsync(
        Scenario scenario,
        AssignmentId assignment,
        double day,
        TimelinessVerdict verdict
    )
    {
        var @event = Assert.Single(
            await scenario.EventsAsync<AssignmentEvent.SubmissionRecorded>(assignment.Stream)
        );
        Assert.Equal(verdict, @event.Submission.Judgement.Verdict);
        Assert.Equal(scenario.Day(day), @event.Submission.Judgement.Committed);
        var receipt = Core.Receipts.Receipt.Parse(@event.Receipt!);
        Assert.Equal(verdict, receipt.Timeliness!.Verdict);
        Assert.Equal(
            new Core.Receipts.ReceiptInstants(
                scenario.Day(day).ToUniversalTime(),
                scenario.Day(day).ToUniversalTime(),
                scenario.Day(day).ToUniversalTime(),
                scenario.Day(day).ToUniversalTime()
            ),
            receipt.Instants
        );
    }

    private static async Task<Answer> AskAsync(
        Scenario scenario,
        AssignmentId assignment,
        DateTimeOffset claim
    ) =>
        await AnswerAsync(
            scenario,
            await Make<UploadPermissionFunction>(scenario)
                .RunAsync(
                    Json(
                        claim,
                        new()
                        {
                            ["fileName"] = Scenario.Report.Name,
                            ["size"] = Scenario.Report.Content.Length,
                        }
                    ),
                    scenario.TokenOf(assignment),
                    Scenario.Cancel
                )
        );

    private static async Task<Answer> TellAsync(
        Scenario scenario,
        AssignmentId assignment,
        string blobName,
        DateTimeOffset claim
    ) =>
        await AnswerAsync(
            scenario,
            await Make<UploadReceivedFunction>(scenario)
                .RunAsync(
                    Json(claim, new() { ["blobName"] = blobName }),
                    scenario.World.Client,
                    scenario.TokenOf(assignment),
                    Scenario.Cancel
                )
        );

    private static async Task SendFormAsync(
        Scenario scenario,
        AssignmentId assignment,
        DateTimeOffset claim,
        bool hasFile = true
    )
    {
        using var file = new ByteArrayContent(Scenario.Report.Content.ToArray());
        file.Headers.LastModified = claim;
        file.Headers.Expires = claim;
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = hasFile ? "file" : "other",
            FileName = Scenario.Report.Name,
            CreationDate = claim,
            ModificationDate = claim,
            ReadDate = claim,
        };
        using var form = new MultipartFormDataContent { file };
        foreach (var (field, text) in Claims(claim))
        {
            form.Add(new StringContent(text), field);
        }
        var request = Lying(claim);
        request.Path = $"/u/{scenario.TokenOf(assignment)}";
        request.ContentType = form.Headers.ContentType!.ToString();
        request.Body = await form.ReadAsStreamAsync(Scenario.Cancel);
        await Make<UploadFormFunction>(scenario)
            .RunAsync(
                request,
                scenario.World.Client,
                scenario.TokenOf(assignment),
                Scenario.Cancel
            );
    }

    private static HttpRequest Json(DateTimeOffset claim, Dictionary<string, object> fields)
    {
        foreach (var (field, text) in Claims(claim))
        {
            fields[field] = text;
        }
        var request = Lying(claim);
        request.ContentType = "application/json";
        request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(fields));
        return request;
    }

    private static IEnumerable<(string Field, string Text)> Claims(DateTimeOffset claim) =>
        Fields.Select(field => (field, claim.ToString("O", CultureInfo.InvariantCulture)));

    private static HttpRequest Lying(DateTimeOffset claim)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = HttpMethods.Post;
        foreach (var header in Headers)
        {
            request.Headers[header] = claim.ToString("R", CultureInfo.InvariantCulture);
        }
        var text = Uri.EscapeDataString(claim.ToString("O", CultureInfo.InvariantCulture));
        request.QueryString = new QueryString($"?now={text}&date={text}&committed={text}");
        return request;
    }

    private static T Make<T>(Scenario scenario) =>
        ActivatorUtilities.CreateInstance<T>(scenario.World.Get<IServiceProvider>());

    private static async Task<Answer> AnswerAsync(Scenario scenario, IResult result)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = scenario.World.Get<IServiceProvider>(),
        };
        http.Response.Body = body;
        await result.ExecuteAsync(http);
        var text = Encoding.UTF8.GetString(body.ToArray());
        return new Answer(http.Response.StatusCode, JsonSerializer.Deserialize<JsonElement>(text));
    }

    private sealed record Answer(int Status, JsonElement Body);
}
