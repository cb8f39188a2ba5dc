using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Workflow.Tests;

/// <summary>Approvers see first what a dossier says otherwise than the one before: figures old and new, and because of which body.</summary>
public sealed class RoundChangesTests
{
    [Fact]
    public async Task A_Total_That_Changed_Is_Told_With_The_Body_That_Changed_It()
    {
        await using var scenario = await SecondRoundAsync();

        var difference = await DifferenceAsync(scenario, 1, 2);
        var total = Assert.Single(difference.Totals, one => one.Now.Indicator.Code == "members");
        Assert.Equal((45, 47), (total.Before.Below!.Value, total.Now.Below!.Value));
        var word = Assert.Single(difference.Behind(total));
        Assert.Equal(
            (scenario.Alpha.Body, 10, 12),
            (word.Node.Body, word.Before.Own?.Figure.Value, word.Now.Own?.Figure.Value)
        );
        Assert.Equal(scenario.Alpha, Assert.Single(difference.Reports.Parts).Part.Assignment);
        Assert.Equal(DossierDifference.None, await DifferenceAsync(scenario, 2, 2));
    }

    [Fact]
    public async Task The_Page_And_The_Letter_Say_So()
    {
        await using var scenario = await SecondRoundAsync();

        var page = await PageAsync(scenario, part: null);
        Assert.Contains("What changed since round 1", page, StringComparison.Ordinal);
        Assert.Contains("Members of clubs (2025): 47", page, StringComparison.Ordinal);
        Assert.Contains("before 45", page, StringComparison.Ordinal);
        Assert.Contains("Because of:", page, StringComparison.Ordinal);
        Assert.Contains(": 12, before 10", page, StringComparison.Ordinal);
        Assert.Contains(
            "Members of clubs (2025): 47",
            scenario.Sent.Last(mail => mail.Id.EndsWith("~third", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_Part_That_Has_Not_Changed_Has_No_Page()
    {
        await using var scenario = await SecondRoundAsync();

        Assert.Null(await ShowAsync(scenario, new PartId(scenario.Beta, "annex")));
        Assert.NotNull(await ShowAsync(scenario, new PartId(scenario.Alpha, "annex")));
    }

    private static async Task<Scenario> SecondRoundAsync()
    {
        var scenario = await FigureTests.StartAsync();
        await FigureTests.SendAsync(scenario, scenario.Alpha, 10, 50);
        await FigureTests.SendAsync(scenario, scenario.Beta, 30, 70);
        await FigureTests.SendAsync(scenario, scenario.Gamma, 5, 60);
        await scenario.ToDayAsync(9);
        await scenario.UploadAsync(scenario.Consolidated);
        await scenario.ToDayAsync(14.5);
        Assert.Null(await scenario.ApproveAsync("third"));
        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(
                Deadline.At(WholeSecond.From(scenario.Now.AddDays(1))),
                null,
                [],
                "Minh",
                "A figure is wrong"
            )
        );
        await FigureTests.SendAsync(scenario, scenario.Alpha, 12, 50);
        await scenario.ToAsync(scenario.Now.AddDays(2.5));
        Assert.Equal(2, (await scenario.StateAsync()).CurrentRound?.Number);
        return scenario;
    }

    private static async Task<DossierDifference> DifferenceAsync(
        Scenario scenario,
        int before,
        int now
    )
    {
        var dossiers = (await scenario.StateAsync()).Dossiers;
        return await scenario
            .World.Get<DossierComparison>()
            .BetweenAsync(scenario.Plan, dossiers[before], dossiers[now], 1, Scenario.Cancel);
    }

    private static async Task<string> PageAsync(Scenario scenario, PartId? part) =>
        (await ShowAsync(scenario, part))!;

    private static async Task<string?> ShowAsync(Scenario scenario, PartId? part) =>
        (
            await scenario
                .World.Get<RoundChangesView>()
                .ShowAsync(
                    Scenario.Look,
                    await scenario.HeldLinkAsync("2", LinkPurpose.Decide),
                    part,
                    Scenario.Cancel
                )
        )?.Html;
}
