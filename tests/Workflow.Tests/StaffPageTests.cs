using System.Net;
using System.Text.RegularExpressions;
using ProgramReview.Functions.Access;
using ProgramReview.Functions.Pages;
using ProgramReview.Functions.Status;

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

        var seen = await view.ShowAsync(new StartDraft(), mayStart: false, 200, Scenario.Cancel);
        var steered = await view.ShowAsync(new StartDraft(), mayStart: true, 200, Scenario.Cancel);

        Assert.DoesNotContain("<form", seen.Html, StringComparison.Ordinal);
        Assert.Contains("<form", steered.Html, StringComparison.Ordinal);
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
