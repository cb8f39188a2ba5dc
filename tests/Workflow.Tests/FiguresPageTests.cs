using System.Net;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Status;
using static ProgramReview.Local.Rehearsal.Plans.SmallPlan;

namespace ProgramReview.Workflow.Tests;

/// <summary>Figures as operations look at them.</summary>
public sealed class FiguresPageTests
{
    [Fact]
    public async Task From_A_Total_Operations_Come_To_The_Cell_In_Three_Steps()
    {
        await using var scenario = await ReadyAsync();

        var whole = await OpenAsync(scenario, "members", "");
        var office = await OpenAsync(scenario, "members", "?at=office");
        var alpha = await OpenAsync(scenario, null, "?at=alpha");

        Assert.Contains("figures/members?at=office\"", whole, StringComparison.Ordinal);
        Assert.Contains("2 of 3; missing 1", office, StringComparison.Ordinal);
        Assert.Contains(">40<", office, StringComparison.Ordinal);
        Assert.Contains("no report", office, StringComparison.Ordinal);
        Assert.Contains("figures?at=alpha\"", office, StringComparison.Ordinal);
        Assert.Contains("C7", alpha, StringComparison.Ordinal);
        Assert.Contains($"story/{scenario.Alpha}\"", alpha, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_File_Has_The_Rows_Of_Its_Page()
    {
        await using var scenario = await ReadyAsync();

        var csv = await OpenAsync(scenario, "members", "?at=office&as=csv");

        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        // A head, the office, and the three below it.
        Assert.Equal(5, lines.Length);
        Assert.Contains(lines, line => line.Contains("\"10\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"40\",", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_The_Plan_Does_Not_Ask_Is_Not_Found_And_What_Was_Not_Made_Says_So()
    {
        await using var scenario = await Scenario.StartAsync(change: Asking);

        Assert.Equal(404, (await ReplyAsync(scenario, "unheard-of", "")).Status);
        Assert.Contains(
            "No figures have been made yet",
            await OpenAsync(scenario, "members", ""),
            StringComparison.Ordinal
        );
    }

    private static Plan Asking(Plan plan) =>
        plan with
        {
            Periods =
            [
                new Period
                {
                    Code = "y2024",
                    Title = Text("2024"),
                    To = new DateOnly(2024, 12, 31),
                },
            ],
            Indicators =
            [
                new Indicator
                {
                    Code = "members",
                    Name = Text("Members"),
                    Unit = Text("people"),
                    Kind = IndicatorKind.Count,
                    Min = 0,
                    RollUp = RollUp.Sum,
                    AskedOf = [new AskedOf("r1", null)],
                },
            ],
        };

    private static async Task<Scenario> ReadyAsync()
    {
        var scenario = await Scenario.StartAsync(change: Asking);
        var (records, store, tree) = (
            scenario.World.Get<FigureRecords>(),
            scenario.World.Get<IFigureStore>(),
            FigureTree.Of(scenario.Plan)
        );
        foreach (var kept in FigureFold.All(scenario.Plan, Told))
        {
            var node = kept.Figures.Node;
            await records.AddAsync(scenario.Cycle, kept, Scenario.Cancel);
            await store.TryPutAsync(
                scenario.Cycle,
                tree.ParentOf(node),
                node,
                FigureRow.Of(kept, [], []),
                null,
                Scenario.Cancel
            );
        }
        return scenario;
    }

    private static ReportFigures Told(AssignmentId id) =>
        id.Body == "gamma"
            ? ReportFigures.Missing(id)
            : new ReportFigures
            {
                Assignment = id,
                Standing = ReportStanding.Counts,
                Part = "report",
                Sha256 = new string('a', 64),
                Values =
                [
                    new ReportedValue("members", "y2024", id.Body == "alpha" ? 10 : 30, "C7"),
                ],
            };

    private static async Task<string> OpenAsync(
        Scenario scenario,
        string? indicator,
        string query
    ) => WebUtility.HtmlDecode((await ReplyAsync(scenario, indicator, query)).Body);

    private static Task<FormReply> ReplyAsync(Scenario scenario, string? indicator, string query) =>
        new PostedForm(scenario.World).FollowAsync<FiguresFunction>(
            new FormReply(303, $"/status/x/figures{query}", ""),
            (function, request) =>
                function.RunAsync(request, scenario.Cycle.ToString(), indicator, Scenario.Cancel)
        );
}
