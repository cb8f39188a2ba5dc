using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Workflow.Tests;

/// <summary>What each of the staff sees on the pages they share.</summary>
public sealed partial class StaffPageTests
{
    [Fact]
    public async Task The_Status_Page_Shows_Nobody_A_Link_Or_Form_That_Would_Turn_Them_Away()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(6);
        string[] forAuditors = ["/story", "/fairness", "/audit"];

        var viewer = await LinksAsync(scenario, StaffRole.Viewer);
        var auditor = await LinksAsync(scenario, StaffRole.Auditor);
        var operators = await LinksAsync(scenario, StaffRole.Operator);

        Assert.Contains(viewer, path => path.EndsWith("/csv", StringComparison.Ordinal));
        Assert.DoesNotContain(viewer, path => forAuditors.Any(path.Contains));
        Assert.All(forAuditors, part => Assert.Contains(auditor, path => path.Contains(part)));
        Assert.DoesNotContain(auditor, path => path.Contains("/commands"));
        Assert.Contains(operators, path => path.Contains("/commands"));
    }

    [Fact]
    public async Task The_Form_That_Starts_A_Cycle_Is_For_Whoever_May_Start_One()
    {
        await using var scenario = await Scenario.StartAsync();
        var view = scenario.World.Get<CycleListView>();

        var seen = await view.ShowAsync(null, mayStart: false, Scenario.Cancel);
        var steered = await view.ShowAsync(null, mayStart: true, Scenario.Cancel);

        Assert.DoesNotContain("<form", seen.Html, StringComparison.Ordinal);
        Assert.Contains("<form", steered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_List_Of_Cycles_Speaks_As_Operations_Of_The_Newest_Cycle_Do()
    {
        await using var scenario = await Scenario.StartAsync();

        var list = await scenario
            .World.Get<CycleListView>()
            .ShowAsync(null, mayStart: false, Scenario.Cancel);

        var language = Functions.Web.Pages.Text.Tag(scenario.Plan.Plan.Operations.Language);
        Assert.NotEqual("vi", language);
        Assert.Contains($"<html lang=\"{language}\"", list.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Fairness_Table_Has_A_Line_For_Each_Outage_Under_The_Same_Columns()
    {
        await using var scenario = await Scenario.StartAsync();
        var window = new OutageWindow(scenario.Day(2), scenario.Day(2).AddHours(3));

        var lines = Encoding
            .UTF8.GetString(
                FairnessCsv.Write(
                    scenario.Plan,
                    Language.En,
                    [],
                    [new Outage(7, scenario.Day(3), window, 4, "Lan", "=power", 2)],
                    [window]
                )
            )
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("\uFEFFassignment,body,report,", lines[0], StringComparison.Ordinal);
        var columns = lines[0].Split(',');
        var declared = lines[1].Split(',');
        var noticed = lines[2].Split(',');
        Assert.Equal([columns.Length, columns.Length], [declared.Length, noticed.Length]);
        Assert.Equal("\"7\"", declared[Array.IndexOf(columns, "entry")]);
        Assert.Equal("\"'=power\"", declared[Array.IndexOf(columns, "reason")]);
        Assert.Equal("\"Declared\"", declared[Array.IndexOf(columns, "outage")]);
        Assert.Equal("\"2\"", declared[Array.IndexOf(columns, "deadlines moved")]);
        Assert.Equal("\"Noticed\"", noticed[Array.IndexOf(columns, "outage")]);
        Assert.Equal(declared[Array.IndexOf(columns, "to")], noticed[Array.IndexOf(columns, "to")]);
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(Scenario scenario, StaffRole role)
    {
        var model = (await scenario.StatusAsync()).For(role, new AudienceTable());
        var html = await scenario.World.Get<PageRenderer>().RenderAsync<StatusPage>(model);
        return
        [
            .. Targets()
                .Matches(html)
                .Select(match => WebUtility.HtmlDecode(match.Groups["path"].Value)),
        ];
    }

    [GeneratedRegex("(href|action)=\"(?<path>[^\"]*)\"")]
    private static partial Regex Targets();
}
