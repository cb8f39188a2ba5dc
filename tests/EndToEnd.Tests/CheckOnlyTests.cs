using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>A file is checked before it is sent: with script beside the form, without it on a page of its own.</summary>
public sealed class CheckOnlyTests(Product product, Chromium chromium) : LookingTest(chromium)
{
    private const string Check = "form.upload button[data-check]";

    private readonly Report report = Report.Pdf("north.pdf", "Northern report");

    [Fact]
    public async Task A_checked_file_is_not_sent_and_stays_chosen()
    {
        var cycle = await Cycle.StartAsync(
            product,
            new TrialPlan("checks", Units: 60, Summary: 70)
        );
        var request = await cycle.RequestAsync("north");

        var tab = await SitDownAsync();
        var page = new UploadPage(tab);
        await page.OpenAsync(request.Link);
        await ChooseAsync(tab);
        await tab.Locator(Check).ClickAsync();
        await Assertions.Expect(tab.Locator(".check-result")).ToContainTextAsync("NOT sent");
        await Assertions.Expect(page.Received).ToHaveCountAsync(0);
        Assert.Equal(
            1,
            await tab.Locator("#file-report").EvaluateAsync<int>("input => input.files.length")
        );

        var plain = await SitDownAsync(width: 390, height: 844, hasScript: false);
        await new UploadPage(plain).OpenAsync(request.Link);
        await ChooseAsync(plain);
        await plain.Locator(Check).ClickAsync();
        await Assertions.Expect(plain.Locator(".panel .lead")).ToContainTextAsync("NOT sent");
        await plain.Locator(".panel .button").ClickAsync();
        await Assertions.Expect(new UploadPage(plain).Received).ToHaveCountAsync(0);

        // What was checked is sent as it is.
        await tab.Locator("form.upload button[type=submit]:not([data-check])").ClickAsync();
        await Assertions.Expect(page.Received).ToHaveCountAsync(1);
        // The result of the real check comes into the page by itself.
        await Assertions.Expect(tab.Locator(".counts-checking")).ToHaveCountAsync(0);
        await LookAsync(request.Link);
    }

    private Task ChooseAsync(IPage tab) =>
        tab.Locator("#file-report")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = report.Name,
                    MimeType = "application/pdf",
                    Buffer = report.Content,
                }
            );
}
