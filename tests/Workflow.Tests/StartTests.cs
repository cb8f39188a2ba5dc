using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Local.Rehearsal;

namespace ProgramReview.Workflow.Tests;

/// <summary>How a person or a program starts a cycle: with a plan and a reason.</summary>
public sealed class StartTests : IAsyncDisposable
{
    private const string Plan = "hanoi-01-ctr-tu";
    private const string Reason = "The Standing Committee's decision of 1 August.";
    private static readonly DateTimeOffset Now = new(2024, 7, 20, 8, 0, 0, TimeSpan.FromHours(7));
    private static readonly string PlanText = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "plans", Plan, "plan.yaml")
    );
    private readonly World world = World.Create(Now);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_plan_file_sent_with_the_form_starts_its_cycle_and_the_reason_is_on_record()
    {
        var answer = await PostFormAsync("", Encoding.UTF8.GetBytes($"\uFEFF{PlanText}"), Reason);

        Assert.Equal((303, $"/status/{Plan}"), (answer.Status, answer.Location));
        var start = Assert.IsType<CycleEvent.Started>((await StreamAsync())[0].Event);
        Assert.Equal((Reason, "Trần Bình (Anna)"), (start.Reason, start.By));
        Assert.Equal(Reason, EventText.Quote(start));
    }

    [Fact]
    public async Task A_program_sends_the_same_as_JSON()
    {
        var answer = await PostJsonAsync(new { planText = PlanText, reason = Reason });

        Assert.Equal(202, answer.Status);
        Assert.Equal(Plan, answer.Json.GetProperty("cycle").GetString());
        Assert.Equal(Reason, ((CycleEvent.Started)(await StreamAsync())[0].Event).Reason);
    }

    [Theory]
    [InlineData(null, "command-reason-missing")]
    [InlineData("  ", "command-reason-missing")]
    [InlineData("x", "command-reason-too-long")]
    public async Task Without_a_reason_nothing_is_started(string? reason, string code)
    {
        var answer = await PostJsonAsync(
            new { plan = Plan, reason = reason == "x" ? new string('x', 2001) : reason }
        );

        Assert.Equal(422, answer.Status);
        Assert.Equal(code, answer.Json.GetProperty("code").GetString());
        Assert.Empty(await StreamAsync());
    }

    [Fact]
    public async Task Of_two_plans_none_is_started()
    {
        var answer = await PostJsonAsync(
            new
            {
                plan = Plan,
                planText = PlanText,
                reason = Reason,
            }
        );

        Assert.Equal(400, answer.Status);
        Assert.Equal("plan-ambiguous", answer.Json.GetProperty("code").GetString());
        Assert.Empty(await StreamAsync());
    }

    [Fact]
    public async Task Faults_are_shown_with_their_place_and_remedy_and_what_was_written_is_kept()
    {
        var faulty = PlanText.Replace("quorum: ", "quorum: 9", StringComparison.Ordinal);
        Assert.NotEqual(PlanText, faulty);

        var answer = await PostFormAsync("", Encoding.UTF8.GetBytes(faulty), "Why <not>");

        Assert.Equal(400, answer.Status);
        var words = WebUtility.HtmlDecode(answer.Text);
        Assert.Contains("approval.quorum", words, StringComparison.Ordinal);
        Assert.Contains("Dòng 237", words, StringComparison.Ordinal);
        Assert.Contains("Cách sửa:", words, StringComparison.Ordinal);
        Assert.Contains(">Why &lt;not&gt;</textarea>", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await StreamAsync());
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_before_its_letters_are_lost()
    {
        var answer = await PostFileAsync([.. "id: x\ntitle: "u8, 0xD4, 0xFF, .. "\n"u8]);

        Assert.Equal(400, answer.Status);
        Assert.Equal("plan-faulty", answer.Json.GetProperty("code").GetString());
        Assert.StartsWith(
            "plan.yaml:2: The file is no text in UTF-8.",
            Assert.Single(answer.Json.GetProperty("faults").EnumerateArray()).GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_a_fault_of_the_plan()
    {
        var answer = await PostFileAsync(
            Encoding.UTF8.GetBytes(PlanText.PadRight(PlanFile.MaxBytes, '\n') + "# more")
        );

        Assert.Equal(400, answer.Status);
        Assert.Contains(
            "larger than 1 MiB",
            Assert.Single(answer.Json.GetProperty("faults").EnumerateArray()).GetString(),
            StringComparison.Ordinal
        );
        Assert.Empty(await StreamAsync());
    }

    [Fact]
    public async Task A_second_start_changes_nothing_and_says_so()
    {
        await PostFormAsync(Plan, null, Reason);

        var again = await PostFormAsync(Plan, null, "Again.");

        Assert.Equal(409, again.Status);
        Assert.Contains(Plan, again.Text, StringComparison.Ordinal);
        Assert.Equal(Reason, ((CycleEvent.Started)(await StreamAsync())[0].Event).Reason);
        Assert.Single(await StreamAsync(), entry => entry.Event is CycleEvent.Started);
    }

    [Theory]
    [InlineData("application/json", "{")]
    [InlineData("application/yaml", "id: x")]
    [InlineData("multipart/form-data; boundary=x", "no parts")]
    public async Task What_is_neither_form_nor_JSON_is_a_bad_request(string type, string body)
    {
        var answer = await PostAsync(http =>
        {
            http.Request.ContentType = type;
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        });

        Assert.Equal(400, answer.Status);
        Assert.Equal("bad-request", answer.Json.GetProperty("code").GetString());
    }

    private Task<IReadOnlyList<Entry>> StreamAsync() =>
        world.Get<IEventStore>().ReadAsync(new CycleId(Plan).Stream, Scenario.Cancel);

    private Task<Answer> PostJsonAsync(object body) =>
        PostAsync(http =>
        {
            http.Request.ContentType = "application/json";
            http.Request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(body));
        });

    private Task<Answer> PostFileAsync(byte[] file) =>
        PostAsync(http => http.Request.Form = Form("", file, Reason));

    private Task<Answer> PostFormAsync(string plan, byte[]? file, string reason) =>
        PostAsync(http =>
        {
            http.Request.Headers.Accept = "text/html";
            http.Request.Form = Form(plan, file, reason);
        });

    private static FormCollection Form(string plan, byte[]? file, string reason)
    {
        var files = new FormFileCollection();
        if (file is not null)
        {
            files.Add(
                new FormFile(new MemoryStream(file), 0, file.Length, "planFile", "ké hoạch.yml")
            );
        }
        return new FormCollection(
            new Dictionary<string, StringValues>
            {
                ["plan"] = plan,
                ["reason"] = reason,
                ["by"] = "Trần Bình",
            },
            files
        );
    }

    private async Task<Answer> PostAsync(Action<HttpContext> fill)
    {
        var services = world.Get<IServiceProvider>();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Response.Body = new MemoryStream();
        http.Items["ProgramReview.Staff"] = new StaffMember("Anna", StaffRole.Operator);
        fill(http);
        var result = await ActivatorUtilities
            .CreateInstance<StartCycleFunction>(services)
            .RunAsync(http.Request, world.Client, Scenario.Cancel);
        await result.ExecuteAsync(http);
        return new Answer(
            http.Response.StatusCode,
            http.Response.Headers.Location.ToString(),
            Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray())
        );
    }

    private sealed record Answer(int Status, string Location, string Text)
    {
        public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);
    }
}
