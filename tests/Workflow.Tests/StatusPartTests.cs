using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Pages;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Workflow.Tests;

/// <summary>A cycle of more assignments than a page shows is shown part by part.</summary>
public sealed partial class StatusPartTests
{
    private const int Bodies = 340;

    [Fact]
    public async Task Every_Assignment_Is_Reached_From_The_Whole_And_The_Parts_Add_Up()
    {
        await using var scenario = await StartAsync();
        var reached = new List<string>();

        await FollowAsync("");

        Assert.Equal(
            scenario.Plan.Assignments.Select(id => id.ToString()).Order(),
            reached.Order()
        );

        async Task<IReadOnlyDictionary<AssignmentPhase, int>> FollowAsync(string query)
        {
            var page = await PageAsync(scenario, query);
            Assert.InRange(page.Cells.Count, 0, FanOutTree.MaxChildren);
            Assert.InRange(page.Nodes.Count, 0, FanOutTree.MaxChildren);
            Assert.Equal(query.Length == 0, page.Crumbs.Count == 0);
            reached.AddRange(page.Cells.Select(cell => cell.Assignment.ToString()));
            var sum = page.Cells.CountBy(cell => cell.Phase).ToDictionary();
            foreach (var node in page.Nodes)
            {
                var below = await FollowAsync(node.Path.Split('?')[1]);
                Assert.Equal(node.Phases, below);
                foreach (var (phase, count) in below)
                {
                    sum[phase] = sum.GetValueOrDefault(phase) + count;
                }
            }
            Assert.Equal(sum.OrderBy(one => one.Key), page.Phases.OrderBy(one => one.Key));
            Assert.Equal(page.Sum.Total, page.Phases.Values.Sum());
            return page.Phases;
        }
    }

    [Fact]
    public async Task The_Whole_Is_Drawn_With_Its_Parts_And_A_Part_With_Its_Way_Back()
    {
        await using var scenario = await StartAsync();
        var whole = await PageAsync(scenario, "");
        var html = await scenario.World.Get<PageRenderer>().RenderAsync<StatusPage>(whole);
        Assert.All(
            whole.Nodes,
            node =>
                Assert.Contains(
                    $"href=\"{node.Path}\"",
                    WebUtility.HtmlDecode(html),
                    StringComparison.Ordinal
                )
        );
        Assert.InRange(html.Length, 1_000, 100_000);

        var part = await PageAsync(scenario, whole.Nodes[0].Path.Split('?')[1]);
        var below = await scenario.World.Get<PageRenderer>().RenderAsync<StatusPage>(part);

        Assert.Contains($"href=\"{whole.Path}\"", below, StringComparison.Ordinal);
        Assert.Null(part.Commands);
        // Orders and sorts stay in the part.
        Assert.All(
            Filters().Matches(WebUtility.HtmlDecode(below)),
            match =>
                Assert.StartsWith(part.Place, match.Groups["query"].Value, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_There_Is_Much_Of_Is_Counted_And_Listed_By_Pages()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(6);

        var group = Assert.Single((await PageAsync(scenario, "")).Alarms);
        Assert.Equal((StatusAlarmKind.Overdue, Bodies - 1), (group.Kind, group.Count));
        Assert.Empty(group.Items);
        var seen = new List<string>();
        var cycle = await scenario.CycleAsync();
        for (var page = 1; ; page++)
        {
            var (alarms, count, hasMore) = await scenario
                .World.Get<StatusAlarms>()
                .PageAsync(
                    cycle,
                    StatusPlace.Of(cycle.Plan, new QueryCollection()),
                    StatusAlarmKind.Overdue,
                    search: "",
                    page,
                    scenario.Now,
                    Scenario.Cancel
                );
            Assert.Equal(group.Count, count);
            seen.AddRange(alarms.Select(alarm => alarm.Assignment!.ToString()));
            if (!hasMore)
            {
                break;
            }
        }
        Assert.Equal(group.Count, seen.Distinct().Count());
        Assert.Equal(group.Count, seen.Count);
    }

    [Fact]
    public async Task A_Search_Finds_Bodies_Without_Accents_And_Reads_Their_Nodes_Only()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
        {
            plan = SyntheticPlan.Of(plan, Bodies);
            var found = plan.Bodies[^1].Code;
            return plan with
            {
                Bodies =
                [
                    .. plan.Bodies.Select(body =>
                        body.Code == found
                            ? body with
                            {
                                Name = new("Xã Đại Mỗ", "Dai Mo commune", "दाई मो"),
                            }
                            : body
                    ),
                ],
            };
        });
        await scenario.ToDayAsync(6);
        await SearchAsync("");
        var queries = 0;
        scenario.Faults.Before = call =>
            queries += call.Method == "IAssignmentIndex.ListAsync" ? 1 : 0;

        var one = await SearchAsync("DAI mo");

        Assert.Equal(
            [scenario.Plan.Plan.Bodies[^1].Code],
            one.Alarms.Select(alarm => alarm.Assignment!.Body)
        );
        Assert.Equal((null, false), (one.Count, one.HasMore));
        Assert.Equal(1, queries);
        Assert.Empty((await SearchAsync("nobody at all")).Alarms);

        var word = scenario.Plan.Plan.Bodies[^2].Name.En.Split(' ')[0];
        var many = await SearchAsync(word);
        var next = await SearchAsync(word, page: 2);
        Assert.True(many.HasMore);
        Assert.Empty(many.Alarms.Select(Id).Intersect(next.Alarms.Select(Id)));

        static string Id(StatusAlarm alarm) => alarm.Assignment!.ToString();

        async Task<StatusAlarmPage> SearchAsync(string words, int page = 1)
        {
            var cycle = await scenario.CycleAsync();
            return await scenario
                .World.Get<StatusAlarms>()
                .PageAsync(
                    cycle,
                    StatusPlace.Of(cycle.Plan, new QueryCollection()),
                    StatusAlarmKind.Overdue,
                    words,
                    page,
                    scenario.Now,
                    Scenario.Cancel
                );
        }
    }

    [Theory]
    [InlineData("at=nobody")]
    [InlineData("at=~0-7")]
    [InlineData("at=%00")]
    public async Task A_Part_That_Is_Not_There_Is_The_Whole(string query)
    {
        await using var scenario = await StartAsync();

        Assert.Null((await PageAsync(scenario, query)).Part);
    }

    private static Task<Scenario> StartAsync() =>
        Scenario.StartAsync(change: plan => SyntheticPlan.Of(plan, Bodies));

    private static async Task<StatusPageModel> PageAsync(Scenario scenario, string query)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query.Length > 0 ? $"?{query}" : "");
        return await scenario
            .World.Get<StatusView>()
            .ModelAsync(await scenario.CycleAsync(), request, null, Scenario.Cancel);
    }

    [GeneratedRegex("href=\"/status/[^\"?]*\\?(?<query>[^\"]*)#matrix\"")]
    private static partial Regex Filters();
}
