using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>The main job: a cycle from its plan to its published dossier, by nothing but mails, pages and HTTP.</summary>
public sealed partial class MainWayTests(Product product, Chromium chromium) : BrowserTest(chromium)
{
    private const string Comment = "Please name the causes of the shortcomings.";

    private readonly Report north = Report.Pdf("north.pdf", "Northern report", padding: 3_000_000);
    private readonly Report south = Report.Pdf("Báo cáo phía Nam.pdf", "Southern report");
    private readonly Report east = Report.Pdf("east.pdf", "Eastern report");
    private readonly Report summary = Report.Pdf("summary.pdf", "Consolidated report");
    private readonly Report corrected = Report.Pdf("north-corrected.pdf", "Northern report again");

    [Fact]
    public async Task A_cycle_goes_from_its_plan_to_the_published_dossier_by_mails_and_pages_alone()
    {
        var cycle = await Cycle.StartAsync(product, new TrialPlan("main", Units: 32, Summary: 46));

        await Task.WhenAll(
            SendWrongThenRightAsync(cycle),
            SendWithoutScriptAsync(cycle),
            SendByTwoCallsAsync(cycle)
        );
        await SendConsolidatedAsync(cycle);

        await ScanAsync(cycle, round: 1);
        await AskForChangesAsync(cycle);
        await CorrectAsync(cycle);
        await ApproveAsync(cycle);

        await ReadPublishedAsync(cycle);
        await LookAtStatusAsync(cycle);
    }

    private async Task ReadPublishedAsync(Cycle cycle)
    {
        var mail = await cycle.MailAsync("north", "publication", mail => mail.Leads == "d");
        var page = await SitDownAsync();
        var dossier = new DossierPage(page);
        await dossier.OpenAsync(mail.Link);

        await Microsoft
            .Playwright.Assertions.Expect(dossier.Over)
            .ToHaveTextAsync("Approved and published");
        await Microsoft.Playwright.Assertions.Expect(dossier.Rows).ToHaveCountAsync(4);
        Report[] reports = [corrected, south, east, summary];
        foreach (var report in reports)
        {
            var row = dossier.Row(report.Name);
            Assert.Equal(report.Hash, await DossierPage.HashAsync(row));
            // Everybody reads that it came; the file is for those who take part.
            Assert.Equal(0, await row.Locator("a[download]").CountAsync());
        }
        var (address, shown) = await dossier.ManifestAsync();
        var manifest = new Report("manifest.json", await product.Http.GetByteArrayAsync(address));
        Assert.Equal(shown, manifest.Hash);
    }

    private async Task LookAtStatusAsync(Cycle cycle)
    {
        var page = await SitDownAsync(isOperator: true);
        var status = new StatusPage(page);
        await status.OpenAsync(cycle.Status);

        await Microsoft
            .Playwright.Assertions.Expect(status.Outcome)
            .ToHaveTextAsync("The dossier is approved and published");
        Assert.Equal(
            Enumerable.Repeat("Received on time", 4),
            await status.States.AllInnerTextsAsync()
        );

        await status.OpenStoryAsync("Northern unit");
        var story = string.Join('\n', await status.Entries.AllInnerTextsAsync());
        Assert.Contains(north.Name, story);
        Assert.Contains(corrected.Name, story);
        Assert.Contains(Comment, story);

        await status.OpenAsync(cycle.Status);
        await status.OpenCycleStoryAsync();
        // Started, two rounds with their openings, decisions and ends, published, ended.
        Assert.True(await status.Entries.CountAsync() >= 9);
    }
}
