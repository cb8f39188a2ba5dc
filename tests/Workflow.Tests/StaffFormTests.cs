using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Workflow.Tests;

/// <summary>The operators' functions as a browser without script and a program call them.</summary>
public sealed class StaffFormTests
{
    [Fact]
    public void Commands_Are_For_Operators_Alone()
    {
        var audiences = new AudienceTable();
        string[] functions =
        [
            nameof(AssignmentCommandFunction),
            nameof(CycleCommandFunction),
            nameof(StartCycleFunction),
        ];

        Assert.All(
            functions,
            function =>
            {
                Assert.False(audiences.IsOpenTo(StaffRole.Auditor, function));
                Assert.True(audiences.IsOpenTo(StaffRole.Operator, function));
            }
        );
    }

    [Fact]
    public async Task A_Refused_Command_Is_Shown_Again_As_Filled_In_And_Is_A_Problem_To_Programs()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(2);

        var posted = await PostAsync(
            scenario,
            "extend",
            isPage: true,
            Form(("id", "a-1"), ("by", "Lan <Anh>"), ("reason", "A flood"), ("due", "soon"))
        );
        var page = await StoryAsync(scenario, posted);
        var problem = await PostAsync(
            scenario,
            "extend",
            isPage: false,
            Form(("id", "a-2"), ("reason", "A flood"), ("due", "soon"))
        );
        var unknown = await PostAsync(
            scenario,
            "no-such-command",
            isPage: false,
            Form(("id", "a-3"))
        );

        Assert.DoesNotContain("Lan", posted.Location, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("autofocus", page.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Lan &lt;Anh&gt;\"", page.Body, StringComparison.Ordinal);
        Assert.Contains(">A flood</textarea>", page.Body, StringComparison.Ordinal);
        Assert.Equal((422, "time-unclear"), (problem.Status, problem.Code));
        Assert.Equal("due", problem.Json.GetProperty("field").GetString());
        Assert.Equal((404, "not-found"), (unknown.Status, unknown.Code));
    }

    [Fact]
    public async Task What_Was_Done_Is_Said_For_An_Hour_To_Whoever_Did_It()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(2);

        var posted = await PostAsync(
            scenario,
            "remind",
            isPage: true,
            Form(("id", "r-1"), ("reason", "The board waits"))
        );
        var said = await StoryAsync(scenario, posted);
        var toOthers = await StoryAsync(scenario, posted, "somebody else");
        await scenario.ToAsync(scenario.Now + FormAnswers.Lifetime);
        var later = await StoryAsync(scenario, posted);

        Assert.Contains("role=\"status\"", said.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"status\"", toOthers.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"status\"", later.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Form_Of_An_Extension_Begins_With_The_Deadline_In_Force()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(2);
        var due = (await scenario.StateAsync(scenario.Alpha)).Current!.DueInForce;

        var page = await StoryAsync(
            scenario,
            await PostAsync(scenario, "extend", isPage: true, Form(("id", "a-1")))
        );

        Assert.Contains(
            $"name=\"seen\" value=\"{due}\"".Replace("+", "&#x2B;", StringComparison.Ordinal),
            page.Body,
            StringComparison.Ordinal
        );
        Assert.Contains(
            due.Show(scenario.Plan.Zone)
                .ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture),
            page.Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_Form_Says_Beforehand_What_It_Costs_And_Only_If_It_May_Change_What_Counts()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        Assert.Null(await scenario.ApproveAsync("first"));

        var page = await StoryAsync(
            scenario,
            await PostAsync(scenario, "return", isPage: true, Form(("id", "a-1")))
        );

        string FormOf(string command)
        {
            var from = page.Body.IndexOf($"id=\"{command}\"", StringComparison.Ordinal);
            Assert.NotEqual(-1, from);
            return page.Body[from..page.Body.IndexOf("</details>", from, StringComparison.Ordinal)];
        }
        Assert.Contains(
            "1 answer does not count any more",
            FormOf("return"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "does not count any more",
            FormOf("reissue"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_Command_About_The_Cycle_That_Is_Refused_Is_Shown_Again_And_A_Taken_One_Leads_Back()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(2);

        var refused = await StopAsync(true, ("id", "c-1"), ("by", "Lan"), ("reason", ""));
        var page = await new PostedForm(scenario.World).FollowAsync<StatusPageFunction>(
            refused,
            (function, request) =>
                function.RunAsync(
                    request,
                    scenario.World.Client,
                    scenario.Cycle.ToString(),
                    Scenario.Cancel
                )
        );
        var taken = await StopAsync(true, ("id", "c-2"), ("by", "Lan"), ("reason", "Not needed"));
        var again = await StopAsync(false, ("id", "c-3"), ("reason", "Not needed"));

        Assert.Contains("value=\"Lan\"", page.Body, StringComparison.Ordinal);
        Assert.StartsWith($"/status/{scenario.Cycle}?", taken.Location, StringComparison.Ordinal);
        Assert.Equal("Lan (operator)", (await scenario.StateAsync()).End?.By);
        Assert.Equal((409, "cycle-ended"), (again.Status, again.Code));

        Task<FormReply> StopAsync(bool isPage, params (string, string)[] fields) =>
            new PostedForm(scenario.World).PostAsync<CycleCommandFunction>(
                Form(fields),
                isPage,
                (function, request) =>
                    function.RunAsync(
                        request,
                        scenario.World.Client,
                        scenario.Cycle.ToString(),
                        "stop",
                        Scenario.Cancel
                    )
            );
    }

    [Fact]
    public async Task A_Refused_Paper_Record_Keeps_What_Was_Filled_In_And_A_Taken_One_Is_On_Record()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(2);
        var arrived = TimeZoneInfo
            .ConvertTime(scenario.Day(2).AddHours(-1), scenario.Plan.Zone)
            .ToString("yyyy-MM-dd'T'HH:mm", null);

        var refused = await StoryAsync(
            scenario,
            await PostAsync(scenario, "record", isPage: true, Evidence("p-1", "2024-13-45T00:00"))
        );
        var problem = await PostAsync(
            scenario,
            "record",
            isPage: false,
            Evidence("p-2", "2024-13-45T00:00")
        );
        var none = await PostAsync(
            scenario,
            "record",
            isPage: false,
            new StringContent("{}", Encoding.UTF8, "application/json")
        );
        var taken = await PostAsync(scenario, "record", isPage: true, Evidence("p-3", arrived));

        Assert.Contains("value=\"2024-13-45T00:00\"", refused.Body, StringComparison.Ordinal);
        Assert.Contains(">By post</textarea>", refused.Body, StringComparison.Ordinal);
        Assert.Equal("time-unclear", problem.Code);
        Assert.Equal((400, "bad-request"), (none.Status, none.Code));
        Assert.Equal(303, taken.Status);
        var submission = Assert.Single((await scenario.StateAsync(scenario.Alpha)).Submissions);
        Assert.Equal(Channel.Operations, submission.Channel);
    }

    private static Task<FormReply> PostAsync(
        Scenario scenario,
        string command,
        bool isPage,
        HttpContent content
    ) =>
        new PostedForm(scenario.World).PostAsync<AssignmentCommandFunction>(
            content,
            isPage,
            (function, request) =>
                function.RunAsync(
                    request,
                    scenario.World.Client,
                    scenario.Cycle.ToString(),
                    scenario.Alpha.ToString(),
                    command,
                    Scenario.Cancel
                )
        );

    private static Task<FormReply> StoryAsync(
        Scenario scenario,
        FormReply posted,
        string person = "operator"
    ) =>
        new PostedForm(scenario.World, person).FollowAsync<StoryFunction>(
            posted,
            (function, request) =>
                function.RunAsync(
                    request,
                    scenario.Cycle.ToString(),
                    scenario.Alpha.ToString(),
                    Scenario.Cancel
                )
        );

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static MultipartFormDataContent Evidence(string id, string arrived)
    {
        var form = new MultipartFormDataContent();
        (string Name, string Value)[] fields =
        [
            ("id", id),
            ("arrived", arrived),
            ("by", "Lan"),
            ("reason", "By post"),
        ];
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), $"\"{name}\"");
        }
        var file = new ByteArrayContent("%PDF-1.4 scan"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(file, "\"file\"", "\"scan.pdf\"");
        return form;
    }
}
