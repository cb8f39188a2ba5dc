using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

public sealed partial class MainWayTests
{
    private static readonly string[] Approvers = ["chair", "deputy", "member"];

    private async Task ScanAsync(Cycle cycle, int round)
    {
        foreach (var approver in Approvers)
        {
            await cycle.DecisionRequestAsync(approver, round);
        }
        // Renderings come while people decide, whoever looks.
        while (
            (await product.Operator.GetStringAsync($"api/cycles/{cycle.Plan.Id}/audit"))
                .Split("dossier-rendered")
                .Length <= round
        )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
        var mails = await product.Mails.InAsync($"{cycle.Plan.Id}.example");
        var before = await cycle.StoriesAsync();

        var robot = new Robot(product.Http);
        foreach (var link in mails.Select(mail => mail.Link).Distinct())
        {
            await robot.CrawlAsync(link);
        }

        Assert.True(robot.FormsSent >= 6, $"The robot found {robot.FormsSent} forms.");
        Assert.Equal(before, await cycle.StoriesAsync());
        Assert.Equal(mails.Count, (await product.Mails.InAsync($"{cycle.Plan.Id}.example")).Count);
    }

    private async Task AskForChangesAsync(Cycle cycle)
    {
        var request = await cycle.DecisionRequestAsync("deputy", 1);
        var page = new DecisionPage(await SitDownAsync());
        await page.OpenAsync(request.Link);
        await Assertions.Expect(page.Lead).ToContainTextAsync("give your decision before");

        await page.Verdict("RequestChanges").CheckAsync();
        await page.Reopen("unit-report", "north").CheckAsync();
        await page.Comment.FillAsync(Comment);
        await page.ConfirmAsync("0000");

        await Assertions.Expect(page.Problems).ToContainTextAsync("The four digits do not match");
        await Assertions.Expect(page.Verdict("RequestChanges")).ToBeCheckedAsync();
        await Assertions.Expect(page.Reopen("unit-report", "north")).ToBeCheckedAsync();
        await Assertions.Expect(page.Comment).ToHaveValueAsync(Comment);

        await page.ConfirmAsync();
        await Assertions.Expect(page.Form).ToHaveCountAsync(0);
        await Assertions.Expect(page.Lead).ToContainTextAsync("Changes asked for");
    }

    private async Task ApproveAsync(Cycle cycle)
    {
        var second = await cycle.DecisionRequestAsync("deputy", 2);
        Assert.Contains("round 2", second.Text);
        var deputy = new DecisionPage(await SitDownAsync());
        await deputy.OpenAsync(second.Link);
        await Assertions
            .Expect(deputy.Changes)
            .ToContainTextAsync($"New version: {corrected.Name}");
        await deputy.ApproveAsync(second.Link);
        await Assertions.Expect(deputy.Lead).ToContainTextAsync("Your decision: Approved");

        var chair = await cycle.DecisionRequestAsync("chair", 2);
        await ReadDraftAsync(chair.Link);
        await new DecisionPage(await SitDownAsync(hasScript: false)).ApproveAsync(chair.Link);
    }

    private async Task ReadDraftAsync(Uri link)
    {
        var dossier = new DossierPage(await SitDownAsync());
        await dossier.OpenAsync(new Uri($"{link}/dossier"));
        Report[] reports = [corrected, south, east, summary];
        foreach (var report in reports)
        {
            var row = dossier.Row(report.Name);
            Assert.Equal(report.Content, await dossier.DownloadAsync(row));
        }
        await Assertions.Expect(dossier.Row(north.Name)).ToHaveCountAsync(0);
    }
}
