using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Rehearsal;

namespace ProgramReview.Workflow.Tests;

/// <summary>How a person or a program starts a cycle: with a plan and a reason.</summary>
public sealed class StartTests : IAsyncDisposable
{
    private const string Reason = "The Standing Committee's decision of 1 August.";
    private static readonly DateTimeOffset Now = new(2024, 7, 20, 8, 0, 0, TimeSpan.FromHours(7));
    private readonly World world = World.Create(Now);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_plan_file_sent_with_the_form_is_looked_at_first_and_started_by_a_second_press()
    {
        var first = await PostFormAsync(
            "",
            Encoding.UTF8.GetBytes($"\uFEFF{FrozenPlan.Text}"),
            Reason
        );
        var looked = await FollowAsync(first);
        Assert.Empty(await StreamAsync());

        var second = await PressAsync(looked);

        Assert.Contains("@", looked.Body, StringComparison.Ordinal);
        Assert.Equal((303, $"/status/{FrozenPlan.Cycle}"), (second.Status, second.Location));
        var start = Assert.IsType<CycleEvent.Started>((await StreamAsync())[0].Event);
        Assert.Equal((Reason, "Trần Bình (Anna)"), (start.Reason, start.By));
        Assert.Equal(Reason, EventDetail.Quote(start));
    }

    [Fact]
    public async Task What_one_person_looked_at_is_started_by_no_other()
    {
        var looked = await FollowAsync(await PostFormAsync(FrozenPlan.Name, null, Reason));

        var other = await PressAsync(looked, "Minh");

        Assert.StartsWith("/cycles?", other.Location, StringComparison.Ordinal);
        Assert.Empty(await StreamAsync());
    }

    [Theory]
    [InlineData("2024-09-20T08:00:00+07:00", false, "plan-past")]
    [InlineData("2024-09-20T08:00:00+07:00", true, null)]
    [InlineData("2026-09-20T08:00:00+07:00", false, "plan-over")]
    [InlineData("2026-09-20T08:00:00+07:00", true, "plan-over")]
    public async Task A_plan_whose_dates_are_past_starts_only_if_somebody_says_so_and_something_is_left(
        string now,
        bool withWhatIsLeft,
        string? code
    )
    {
        await using var later = World.Create(
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)
        );

        var answer = await PostJsonAsync(
            new
            {
                plan = FrozenPlan.Name,
                reason = Reason,
                withWhatIsLeft,
            },
            later
        );

        Assert.Equal(code is null ? 202 : 422, answer.Status);
        Assert.Equal(code, code is null ? null : answer.Code);
    }

    [Fact]
    public async Task A_program_sends_the_same_as_JSON()
    {
        var answer = await PostJsonAsync(new { planText = FrozenPlan.Text, reason = Reason });

        Assert.Equal(202, answer.Status);
        Assert.Equal(FrozenPlan.Cycle, answer.Json.GetProperty("cycle").GetString());
        Assert.Equal(Reason, ((CycleEvent.Started)(await StreamAsync())[0].Event).Reason);
    }

    [Theory]
    [InlineData(null, "reason-missing")]
    [InlineData("  ", "reason-missing")]
    [InlineData("x", "reason-too-long")]
    public async Task Without_a_reason_nothing_is_started(string? reason, string code)
    {
        var answer = await PostJsonAsync(
            new { plan = FrozenPlan.Name, reason = reason == "x" ? new string('x', 2001) : reason }
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
                plan = FrozenPlan.Name,
                planText = FrozenPlan.Text,
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
        var faulty = FrozenPlan.Text.Replace("quorum: ", "quorum: 9", StringComparison.Ordinal);
        Assert.NotEqual(FrozenPlan.Text, faulty);

        var answer = await FollowAsync(
            await PostFormAsync("", Encoding.UTF8.GetBytes(faulty), "Why <not>")
        );

        var words = WebUtility.HtmlDecode(answer.Body);
        Assert.Contains("approval.quorum", words, StringComparison.Ordinal);
        var line =
            FrozenPlan.Text.Split('\n').Index().Single(line => line.Item.Contains("quorum: ")).Index
            + 1;
        Assert.Contains($"Dòng {line}", words, StringComparison.Ordinal);
        Assert.Contains("Cách sửa:", words, StringComparison.Ordinal);
        Assert.Contains(">Why &lt;not&gt;</textarea>", answer.Body, StringComparison.Ordinal);
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
            Encoding.UTF8.GetBytes(FrozenPlan.Text.PadRight(PlanFile.MaxBytes, '\n') + "# more")
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
        await PostJsonAsync(new { plan = FrozenPlan.Name, reason = Reason });

        var looked = await FollowAsync(await PostFormAsync(FrozenPlan.Name, null, "Again."));
        var again = await FollowAsync(await PressAsync(looked));

        Assert.Contains(FrozenPlan.Cycle, again.Body, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", again.Body, StringComparison.Ordinal);
        Assert.Equal(Reason, ((CycleEvent.Started)(await StreamAsync())[0].Event).Reason);
        Assert.Single(await StreamAsync(), entry => entry.Event is CycleEvent.Started);
    }

    [Theory]
    [InlineData("application/json", "{")]
    [InlineData("application/yaml", "id: x")]
    [InlineData("multipart/form-data; boundary=x", "no parts")]
    public async Task What_is_neither_form_nor_JSON_is_a_bad_request(string type, string body)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var answer = await PostAsync(content, isPage: false);

        Assert.Equal(400, answer.Status);
        Assert.Equal("bad-request", answer.Json.GetProperty("code").GetString());
    }

    private Task<EventStream> StreamAsync() =>
        world.Get<IEventStore>().ReadAsync(new CycleId(FrozenPlan.Cycle).Stream, Scenario.Cancel);

    private Task<FormReply> PostJsonAsync(object body, World? other = null) =>
        PostAsync(JsonContent.Create(body), isPage: false, elsewhere: other);

    private Task<FormReply> PostFileAsync(byte[] file) =>
        PostAsync(Form("", file, Reason), isPage: false);

    private Task<FormReply> PostFormAsync(string plan, byte[]? file, string reason) =>
        PostAsync(Form(plan, file, reason), isPage: true);

    private Task<FormReply> FollowAsync(FormReply posted) =>
        new PostedForm(world, "Anna").FollowAsync<CycleListFunction>(
            posted,
            (function, request) => function.RunAsync(request, Scenario.Cancel)
        );

    // The button of the page that shows to whom letters will go.
    private Task<FormReply> PressAsync(FormReply looked, string person = "Anna") =>
        PostAsync(
            new FormUrlEncodedContent([
                new(
                    "preview",
                    Regex
                        .Match(looked.Body, "name=\"preview\" value=\"([0-9a-f]+)\"")
                        .Groups[1]
                        .Value
                ),
            ]),
            isPage: true,
            person
        );

    private static MultipartFormDataContent Form(string plan, byte[]? file, string reason)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(plan), "plan" },
            { new StringContent(reason), "reason" },
            { new StringContent("Trần Bình"), "by" },
        };
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "planFile", "ké hoạch.yml");
        }
        return form;
    }

    private Task<FormReply> PostAsync(
        HttpContent content,
        bool isPage,
        string person = "Anna",
        World? elsewhere = null
    ) =>
        new PostedForm(elsewhere ?? world, person).PostAsync<StartCycleFunction>(
            content,
            isPage,
            (function, request) =>
                function.RunAsync(request, (elsewhere ?? world).Client, Scenario.Cancel)
        );
}
