using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>A report of three parts at a browser, on a phone without script, and by two calls.</summary>
public sealed class PartsTests(Product product, Chromium chromium) : BrowserTest(chromium)
{
    private readonly Report report = Report.Pdf("north.pdf", "Northern report");
    private readonly Report annex = Report.Workbook("figures.xlsx");

    [Fact]
    public async Task Several_files_are_offered_to_the_parts_they_fit_and_each_is_sent_by_itself()
    {
        var cycle = await Cycle.StartAsync(
            product,
            new TrialPlan("parts", Units: 120, Summary: 150) { InParts = true }
        );
        await Task.WhenAll(DropAsync(cycle), WithoutScriptAsync(cycle), ByTwoCallsAsync(cycle));
    }

    private async Task DropAsync(Cycle cycle)
    {
        var request = await cycle.RequestAsync("north");
        var tab = await SitDownAsync();
        var page = new UploadPage(tab);
        await page.OpenAsync(request.Link);
        await Assertions.Expect(page.Parts).ToHaveCountAsync(3);

        await page.DropAsync(annex, report);
        await Assertions.Expect(page.Offer).ToBeVisibleAsync();
        await Assertions
            .Expect(page.Offer.Locator("select option:checked"))
            .ToHaveTextAsync(["Data annex", "Report"]);
        // Nothing is assigned before somebody says so.
        Assert.Equal("", await tab.Locator("#file-report").InputValueAsync());
        await page.Offer.Locator("[data-take]").ClickAsync();
        await Assertions.Expect(page.Offer).ToBeHiddenAsync();

        // What one part still holds is not lost when another is done.
        await page.PressSendAsync("annex");
        await Assertions
            .Expect(page.Part("annex").Locator(".upload-words a"))
            .ToHaveTextAsync("Show the result");
        await page.PressSendAsync("report");
        await Assertions.Expect(page.ReceivedFor("report")).ToHaveCountAsync(1);
        await Assertions.Expect(page.ReceivedFor("annex")).ToHaveCountAsync(1);
        await Assertions.Expect(page.State.First).ToHaveTextAsync("Received on time");
        await Assertions
            .Expect(page.Parts)
            .ToHaveTextAsync([
                "Received on time Report",
                "Received on time Data annex",
                "optional Signed copy",
            ]);
    }

    private async Task WithoutScriptAsync(Cycle cycle)
    {
        var request = await cycle.RequestAsync("south");
        var tab = await SitDownAsync(width: 360, height: 800, hasScript: false);
        var page = new UploadPage(tab);
        await page.OpenAsync(request.Link);

        await tab.Locator("#file-annex")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = annex.Name,
                    MimeType = "application/octet-stream",
                    Buffer = annex.Content,
                }
            );
        await page.PressSendAsync("annex");

        await Assertions.Expect(page.ReceivedFor("annex")).ToHaveCountAsync(1);
        await Assertions.Expect(page.ReceivedFor("report")).ToHaveCountAsync(0);
        Assert.EndsWith("#part-annex", tab.Url, StringComparison.Ordinal);
        Assert.True(
            await tab.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= window.innerWidth"
            )
        );
    }

    private async Task ByTwoCallsAsync(Cycle cycle)
    {
        var request = await cycle.RequestAsync("east");
        async Task<HttpResponseMessage> AskAsync(string? part) =>
            await product.Http.PostAsJsonAsync(
                $"{request.Link}/permission",
                new
                {
                    part,
                    fileName = annex.Name,
                    size = annex.Content.Length,
                }
            );

        using var unnamed = await AskAsync(null);
        using var unknown = await AskAsync("appendix");
        using var named = await AskAsync("annex");

        Assert.Equal(HttpStatusCode.BadRequest, unnamed.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Created, named.StatusCode);
        var permission = await named.Content.ReadFromJsonAsync<JsonElement>();
        using var stored = await cycle.StoreAsync(
            new Uri(permission.GetProperty("url").GetString()!),
            annex.Content
        );
        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        using var told = await product.Http.PostAsJsonAsync(
            $"{request.Link}/received",
            new { blobName = permission.GetProperty("blobName").GetString() }
        );
        var answer = await told.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("annex", answer.GetProperty("part").GetString());
        // Time is told at once; on a slow machine it is asked again what the file holds.
        while (answer.GetProperty("checks").GetString() == "outstanding")
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            answer = await product.Http.GetFromJsonAsync<JsonElement>(
                answer.GetProperty("checksPage").GetString(),
                TestContext.Current.CancellationToken
            );
        }
        Assert.True(answer.GetProperty("acceptable").GetBoolean());
    }
}
