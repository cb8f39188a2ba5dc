using Microsoft.Playwright;

namespace ProgramReview.EndToEnd.Tests.Pages;

/// <summary>The state of a cycle, for operations.</summary>
internal sealed class StatusPage(IPage page)
{
    /// <summary>The states in the matrix.</summary>
    public ILocator States => page.Locator("table.matrix .state");

    /// <summary>How the cycle ended.</summary>
    public ILocator Outcome => page.Locator(".notice h2").First;

    /// <summary>The entries of a story.</summary>
    public ILocator Entries => page.Locator("ol.story > li");

    /// <summary>Opens the page.</summary>
    public async Task OpenAsync(Uri address)
    {
        var answer = await page.GotoAsync(address.ToString());
        Assert.Equal(200, answer!.Status);
    }

    /// <summary>Opens the story of a body's report.</summary>
    public Task OpenStoryAsync(string bodyName) =>
        page.Locator("table.matrix tr")
            .Filter(new() { HasText = bodyName })
            .Locator("a")
            .First.ClickAsync();

    /// <summary>Opens the story of the cycle itself.</summary>
    public Task OpenCycleStoryAsync() => page.Locator("p.links a[href$='/story']").ClickAsync();
}
