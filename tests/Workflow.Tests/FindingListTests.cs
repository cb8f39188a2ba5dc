using System.Net;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

/// <summary>What was found and what was said to it, as operations and approvers read it.</summary>
public sealed class FindingListTests
{
    private const string Answer = "Quyết định kèm theo, <xem> trang 3.";

    private static readonly SampleFile Asked = SampleFile.Report(
        "report.pdf",
        $"Report {MarkReader.AttachmentMark}"
    );

    [Fact]
    public async Task Operations_See_Findings_By_Kind_And_Which_Report_Said_What()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha, Asked);
        await scenario.UploadAsync(scenario.Beta, Asked);
        await scenario.UploadAsync(scenario.Gamma);
        await ExplainAsync(scenario);

        var kinds = await OpenAsync(scenario, null);
        var reports = await OpenAsync(scenario, "active-attachment");
        var unknown = await OpenAsync(scenario, "nothing-of-the-kind");

        Assert.Contains("/findings/active-attachment\"", kinds.Body, StringComparison.Ordinal);
        Assert.Contains("data-label=", kinds.Body, StringComparison.Ordinal);
        Assert.Contains(Answer, WebUtility.HtmlDecode(reports.Body), StringComparison.Ordinal);
        Assert.Contains($"story/{scenario.Alpha}", reports.Body, StringComparison.Ordinal);
        Assert.Contains($"story/{scenario.Beta}", reports.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"story/{scenario.Gamma}", reports.Body, StringComparison.Ordinal);
        Assert.Equal(404, unknown.Status);
    }

    [Fact]
    public async Task The_Same_Is_A_Table_For_Spreadsheets_Of_All_Kinds_Or_Of_One()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha, Asked);
        await scenario.UploadAsync(scenario.Beta, Asked);
        await scenario.UploadAsync(
            scenario.Gamma,
            SampleFile.Report("report.pdf", $"Report {MarkReader.LaunchMark}")
        );
        await ExplainAsync(scenario, "=HYPERLINK(\"http://x\");1");
        var links = (await OpenAsync(scenario, null)).Body;

        var all = await CsvAsync(scenario, "");
        var some = await CsvAsync(scenario, "?kind=active-attachment");
        var unknown = await CsvAsync(scenario, "?kind=nothing-of-the-kind");

        var lines = all.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        var mine = Assert.Single(
            lines,
            line => line.Contains($"{scenario.Alpha}", StringComparison.Ordinal)
        );
        Assert.Contains(",1,1,0,0,", mine, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\");1\"", mine, StringComparison.Ordinal);
        Assert.Contains("active-launch", all.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("active-launch", some.Body, StringComparison.Ordinal);
        Assert.Equal(3, some.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(404, unknown.Status);
        Assert.Contains("/findings.csv\"", links, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explanations_Travel_Into_The_Dossier()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha, Asked);
        await ExplainAsync(scenario);
        await scenario.ReachApprovalAsync(scenario.Alpha);
        var token = new ReceivedMail(
            "x",
            scenario.Sent.Last(mail => mail.Text.Contains("/a/", StringComparison.Ordinal)).Text
        )
            .Link!
            .Segments[^1];

        var draft = await new PostedForm(scenario.World).FollowAsync<DraftDossierFunction>(
            new FormReply(303, "/a/", ""),
            (function, request) =>
                function.RunAsync(request, token, "dossier", null, Scenario.Cancel)
        );

        Assert.Contains(Answer, WebUtility.HtmlDecode(draft.Body), StringComparison.Ordinal);
    }

    private static async Task ExplainAsync(Scenario scenario, string answer = Answer)
    {
        var held = await scenario.HeldLinkAsync(scenario.Alpha.ToString(), LinkPurpose.Upload);
        var query = Assert.Single((await scenario.StateAsync(scenario.Alpha)).Unexplained()).Query;
        var (recorded, why) = await scenario
            .World.Get<ExplanationRecorder>()
            .RecordAsync(
                scenario.World.Client,
                held.Cycle,
                scenario.Alpha,
                held.Link.Person,
                part: null,
                query.Key,
                answer,
                Scenario.Cancel
            );
        Assert.Null(why);
        Assert.NotNull(recorded);
        await scenario.SettleAsync();
    }

    private static Task<FormReply> OpenAsync(Scenario scenario, string? code) =>
        new PostedForm(scenario.World).FollowAsync<StatusFindingsFunction>(
            new FormReply(303, "/status/x", ""),
            (function, request) =>
                function.RunAsync(request, scenario.Cycle.ToString(), code, Scenario.Cancel)
        );

    private static Task<FormReply> CsvAsync(Scenario scenario, string query) =>
        new PostedForm(scenario.World).FollowAsync<StatusFindingsCsvFunction>(
            new FormReply(303, $"/status/x{query}", ""),
            (function, request) =>
                function.RunAsync(request, scenario.Cycle.ToString(), Scenario.Cancel)
        );
}
