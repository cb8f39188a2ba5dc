using Microsoft.Playwright;

namespace ProgramReview.EndToEnd.Tests.Pages;

/// <summary>The dossier, published or before the approvers.</summary>
internal sealed class DossierPage(IPage page)
{
    /// <summary>The rows of all reports.</summary>
    public ILocator Rows => page.Locator("table.reports:not(.labelled) tbody tr");

    /// <summary>Whether it is published.</summary>
    public ILocator Over => page.Locator("p.over");

    /// <summary>Opens the page in English.</summary>
    public async Task OpenAsync(Uri link)
    {
        var answer = await page.GotoAsync($"{link}?lang=en");
        Assert.Equal(200, answer!.Status);
    }

    /// <summary>The row of a file, by its name or its hash.</summary>
    public ILocator Row(string file) => Rows.Filter(new() { HasText = file });

    /// <summary>The SHA-256 that a row shows.</summary>
    public static Task<string?> HashAsync(ILocator row) =>
        row.Locator("code.whole").TextContentAsync();

    /// <summary>Downloads the file of a row.</summary>
    public async Task<byte[]> DownloadAsync(ILocator row)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            row.Locator("a[download]").ClickAsync()
        );
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    /// <summary>The manifest's address, and the SHA-256 that the page shows of it.</summary>
    public async Task<(Uri Address, string Hash)> ManifestAsync()
    {
        var link = page.Locator("a[href$='manifest.json']");
        var address = new Uri(new Uri(page.Url), await link.GetAttributeAsync("href"));
        var shown = page.Locator("dl.facts dd").Filter(new() { Has = link }).Locator("code.whole");
        return (address, (await shown.TextContentAsync())!);
    }
}
