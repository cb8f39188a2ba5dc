using System.Net;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

/// <summary>The field to explain a query, as a browser without script and a program post it.</summary>
public sealed class ExplainFormTests
{
    private static readonly SampleFile Asked = SampleFile.Report(
        "report.pdf",
        $"Report {MarkReader.AttachmentMark}"
    );

    [Fact]
    public async Task An_Explanation_Is_On_Record_And_The_Page_Shows_It()
    {
        await using var scenario = await Scenario.StartAsync();
        var query = await AskAsync(scenario);
        var before = await PageAsync(scenario, new FormReply(303, "/u/", ""));

        var posted = await PostAsync(scenario, query, "Phụ lục <kèm> theo & quyết định.");
        var again = await PostAsync(scenario, query, "Phụ lục <kèm> theo & quyết định.");
        var page = await PageAsync(scenario, posted);

        Assert.Contains("/explain", before.Body, StringComparison.Ordinal);
        Assert.Equal(303, posted.Status);
        Assert.EndsWith($"#query-report-{query}", posted.Location, StringComparison.Ordinal);
        Assert.Equal(303, again.Status);
        var said = Assert.Single((await scenario.StateAsync(scenario.Alpha)).Explanations);
        Assert.Equal("Phụ lục <kèm> theo & quyết định.", said.Text);
        Assert.Contains("role=\"status\"", page.Body, StringComparison.Ordinal);
        Assert.Contains(said.Text, WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Is_Too_Long_Is_Refused_Whole_And_Stands_In_The_Field_Again()
    {
        await using var scenario = await Scenario.StartAsync();
        var query = await AskAsync(scenario);
        var text = new string('x', 2001);

        var posted = await PostAsync(scenario, query, text);
        var page = await PageAsync(scenario, posted);
        var problem = await PostAsync(scenario, query, text, isPage: false);

        Assert.Contains($">{text}</textarea>", page.Body, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page.Body, StringComparison.Ordinal);
        Assert.Equal((422, "explanation-too-long"), (problem.Status, problem.Code));
        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Explanations);
    }

    [Fact]
    public async Task After_The_Close_The_Page_Says_Whom_To_Ask_And_A_Form_That_Was_Open_Is_Refused()
    {
        await using var scenario = await Scenario.StartAsync();
        var query = await AskAsync(scenario);
        var type = scenario.Plan.ReportType(scenario.Alpha.ReportType);
        await scenario.ToAsync(type.Closes.Show(TimeZoneInfo.Utc));

        var problem = await PostAsync(scenario, query, "Too late.", isPage: false);
        var page = await PageAsync(scenario, new FormReply(303, "/u/", ""));

        Assert.Equal((409, "explaining-closed"), (problem.Status, problem.Code));
        Assert.DoesNotContain("/explain\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"query-report-", page.Body, StringComparison.Ordinal);
        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Explanations);
    }

    private static async Task<string> AskAsync(Scenario scenario)
    {
        await scenario.UploadAsync(scenario.Alpha, Asked);
        var state = await scenario.StateAsync(scenario.Alpha);
        return Assert.Single(state.Unexplained()).Query.Key;
    }

    private static async Task<FormReply> PostAsync(
        Scenario scenario,
        string query,
        string text,
        bool isPage = true
    )
    {
        var token = await TokenAsync(scenario);
        return await new PostedForm(scenario.World).PostAsync<ExplainFunction>(
            new FormUrlEncodedContent([
                KeyValuePair.Create("part", "report"),
                KeyValuePair.Create("finding", query),
                KeyValuePair.Create("text", text),
            ]),
            isPage,
            (function, request) =>
                function.RunAsync(request, scenario.World.Client, token, Scenario.Cancel)
        );
    }

    private static async Task<FormReply> PageAsync(Scenario scenario, FormReply from)
    {
        var token = await TokenAsync(scenario);
        return await new PostedForm(scenario.World).FollowAsync<UploadPageFunction>(
            from,
            (function, request) => function.RunAsync(request, token, Scenario.Cancel)
        );
    }

    private static async Task<string> TokenAsync(Scenario scenario)
    {
        var held = await scenario.HeldLinkAsync(scenario.Alpha.ToString(), LinkPurpose.Upload);
        return scenario.World.Get<LinkTokens>().TokenOf(held.Link.Id);
    }
}
