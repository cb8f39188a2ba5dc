using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Workflow.Tests;

/// <summary>The operators' functions as a browser without script and a program call them.</summary>
public sealed class StaffFormTests
{
    [Fact]
    public void Commands_And_Paper_Records_Are_For_Operators_Alone()
    {
        var audiences = new AudienceTable();
        string[] functions =
        [
            nameof(AssignmentCommandFunction),
            nameof(CycleCommandFunction),
            nameof(RecordOnBehalfFunction),
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
        var function = Create<AssignmentCommandFunction>(scenario);

        var page = await PostAsync(
            scenario,
            Form(("id", "a-1"), ("by", "Lan <Anh>"), ("reason", "A flood"), ("due", "soon")),
            isPage: true,
            request => RunAsync(function, request, "extend")
        );
        var problem = await PostAsync(
            scenario,
            Form(("id", "a-2"), ("reason", "A flood"), ("due", "soon")),
            isPage: false,
            request => RunAsync(function, request, "extend")
        );
        var unknown = await PostAsync(
            scenario,
            Form(("id", "a-3")),
            isPage: false,
            request => RunAsync(function, request, "no-such-command")
        );

        Assert.Equal(422, page.Status);
        Assert.Contains("role=\"alert\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Lan &lt;Anh&gt;\"", page.Body, StringComparison.Ordinal);
        Assert.Contains(">A flood</textarea>", page.Body, StringComparison.Ordinal);
        Assert.Equal(422, problem.Status);
        Assert.Contains("\"command-time-unclear\"", problem.Body, StringComparison.Ordinal);
        Assert.Equal(404, unknown.Status);
        Assert.Contains("\"not-found\"", unknown.Body, StringComparison.Ordinal);

        Task<IResult> RunAsync(
            AssignmentCommandFunction command,
            HttpRequest request,
            string name
        ) =>
            command.RunAsync(
                request,
                scenario.World.Client,
                scenario.Cycle.ToString(),
                scenario.Alpha.ToString(),
                name,
                Scenario.Cancel
            );
    }

    [Fact]
    public async Task A_Command_About_The_Cycle_That_Is_Refused_Is_Shown_Again_And_A_Taken_One_Leads_Back()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(2);
        var function = Create<CycleCommandFunction>(scenario);

        var page = await PostAsync(
            scenario,
            Form(("id", "c-1"), ("by", "Lan"), ("reason", "")),
            isPage: true,
            request => RunAsync(request)
        );
        var taken = await PostAsync(
            scenario,
            Form(("id", "c-2"), ("by", "Lan"), ("reason", "Not needed")),
            isPage: true,
            request => RunAsync(request)
        );
        var again = await PostAsync(
            scenario,
            Form(("id", "c-3"), ("reason", "Not needed")),
            isPage: false,
            request => RunAsync(request)
        );

        Assert.Equal(422, page.Status);
        Assert.Contains("value=\"Lan\"", page.Body, StringComparison.Ordinal);
        Assert.Equal(303, taken.Status);
        Assert.Equal("Lan (operator)", (await scenario.StateAsync()).End?.By);
        Assert.Equal(409, again.Status);
        Assert.Contains("\"command-cycle-ended\"", again.Body, StringComparison.Ordinal);

        Task<IResult> RunAsync(HttpRequest request) =>
            function.RunAsync(
                request,
                scenario.World.Client,
                scenario.Cycle.ToString(),
                "stop",
                Scenario.Cancel
            );
    }

    [Fact]
    public async Task A_Refused_Paper_Record_Keeps_What_Was_Filled_In_And_A_Taken_One_Is_On_Record()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(2);
        var function = Create<RecordOnBehalfFunction>(scenario);
        var arrived = TimeZoneInfo
            .ConvertTime(scenario.Day(2).AddHours(-1), scenario.Plan.Zone)
            .ToString("yyyy-MM-dd'T'HH:mm", null);

        var refused = await PostAsync(
            scenario,
            Evidence("p-1", "2024-13-45T00:00"),
            isPage: true,
            RunAsync
        );
        var problem = await PostAsync(
            scenario,
            Evidence("p-2", "2024-13-45T00:00"),
            isPage: false,
            RunAsync
        );
        var none = await PostAsync(
            scenario,
            new StringContent("{}", Encoding.UTF8, "application/json"),
            isPage: false,
            RunAsync
        );
        var taken = await PostAsync(scenario, Evidence("p-3", arrived), isPage: true, RunAsync);

        Assert.Equal(422, refused.Status);
        Assert.Contains("value=\"2024-13-45T00:00\"", refused.Body, StringComparison.Ordinal);
        Assert.Contains(">By post</textarea>", refused.Body, StringComparison.Ordinal);
        Assert.Contains("\"command-time-unclear\"", problem.Body, StringComparison.Ordinal);
        Assert.Equal(400, none.Status);
        Assert.Contains("\"bad-request\"", none.Body, StringComparison.Ordinal);
        Assert.Equal(303, taken.Status);
        var submission = Assert.Single((await scenario.StateAsync(scenario.Alpha)).Submissions);
        Assert.Equal(Channel.Operations, submission.Channel);

        Task<IResult> RunAsync(HttpRequest request) =>
            function.RunAsync(
                request,
                scenario.World.Client,
                scenario.Cycle.ToString(),
                scenario.Alpha.ToString(),
                Scenario.Cancel
            );
    }

    private static T Create<T>(Scenario scenario) =>
        ActivatorUtilities.CreateInstance<T>(scenario.World.Get<IServiceProvider>());

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

    private static async Task<(int Status, string Body)> PostAsync(
        Scenario scenario,
        HttpContent content,
        bool isPage,
        Func<HttpRequest, Task<IResult>> run
    )
    {
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = scenario.World.Get<IServiceProvider>(),
        };
        http.Request.Method = "POST";
        http.Request.Headers.Accept = isPage ? "text/html" : "application/json";
        http.Request.ContentType = content.Headers.ContentType!.ToString();
        http.Request.Body = await content.ReadAsStreamAsync(Scenario.Cancel);
        http.Request.ContentLength = http.Request.Body.Length;
        http.Items["ProgramReview.Staff"] = new StaffMember("operator", StaffRole.Operator);
        http.Response.Body = answer;
        await (await run(http.Request)).ExecuteAsync(http);
        content.Dispose();
        return (http.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }
}
