using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>What the page's script does when a rush is turned away before the product sees it. The page's own clock is moved by hand.</summary>
public sealed class RushTests(Product product, Chromium chromium) : BrowserTest(chromium)
{
    private const int Step = 100;
    private static readonly DateTime Noon = new(2024, 8, 5, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task The_script_waits_as_long_as_the_answer_says_and_sends_the_file_then()
    {
        var cycle = await Cycle.StartAsync(product, new TrialPlan("rush", 600, 700));
        var request = await cycle.RequestAsync("north");
        var page = await SitDownAsync();
        var permission = await TurnAwayOnceAsync(page, "permission", retryAfter: "7");
        var received = await TurnAwayOnceAsync(page, "received", retryAfter: null);
        await page.Clock.InstallAsync(new() { TimeDate = Noon });
        var upload = new UploadPage(page);
        await upload.OpenAsync(request.Link);
        await page.Clock.PauseAtAsync(Noon.AddHours(1));

        await page.Locator("#file-report")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "report.pdf",
                    MimeType = "application/pdf",
                    Buffer = Report.Pdf("report.pdf", "Report").Content,
                }
            );
        await page.Locator("form.upload button[type=submit]:not([data-check])").ClickAsync();

        // Seven seconds as told, of which no rounding takes one; without a word, some time of the script's own choice.
        Assert.InRange(await WaitedAsync(page, permission), 7000, 8000);
        Assert.InRange(await WaitedAsync(page, received), 500, 2500);
        await Assertions.Expect(upload.Received).ToHaveCountAsync(1);
        await Assertions.Expect(upload.State).ToHaveTextAsync("Received on time");
    }

    private static async Task<Asked> TurnAwayOnceAsync(IPage page, string step, string? retryAfter)
    {
        var asked = new Asked(step);
        await page.RouteAsync(
            $"**/{step}",
            route =>
                asked.Count++ == 0
                    ? route.FulfillAsync(
                        new()
                        {
                            Status = 429,
                            Headers = retryAfter is null ? [] : [new("Retry-After", retryAfter)],
                        }
                    )
                    : route.ContinueAsync()
        );
        return asked;
    }

    /// <summary>How long the page's clock went until the script asked again, in milliseconds.</summary>
    private static async Task<int> WaitedAsync(IPage page, Asked asked)
    {
        await Wait.ForAsync(
            $"the first call of {asked.Step}",
            () => Task.FromResult(asked.Count > 0 ? asked : null)
        );
        for (var waited = 0; ; waited += Step)
        {
            if (asked.Count > 1)
            {
                return waited;
            }
            Assert.True(waited < 60_000, $"The script never called {asked.Step} again.");
            // The script sets its timer once it has the answer; until then the clock must not run ahead of it.
            await SettleAsync(page);
            await page.Clock.RunForAsync(Step);
            await SettleAsync(page);
        }
    }

    // What the browser has under way, its answer and the script's next step, is done when a round trip of the page's own has come back.
    private static async Task SettleAsync(IPage page) =>
        await page.EvaluateAsync(
            "() => fetch('/assets/none', { cache: 'no-store' }).then(() => 0)"
        );

    private sealed class Asked(string step)
    {
        public string Step { get; } = step;

        public int Count { get; set; }
    }
}
