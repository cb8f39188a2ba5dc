using Microsoft.Playwright;

namespace ProgramReview.EndToEnd.Tests.Pages;

/// <summary>The sheet of one receipt.</summary>
internal sealed class ReceiptPage(IPage page)
{
    /// <summary>The receipt's number, in the heading.</summary>
    public ILocator Number => page.Locator("article.receipt h1 code");

    /// <summary>All that it says.</summary>
    public ILocator Sheet => page.Locator("article.receipt");

    /// <summary>Where the file to keep is.</summary>
    public async Task<Uri> FileAsync() =>
        new(
            new Uri(page.Url),
            await page.Locator("article.receipt a[download]").GetAttributeAsync("href")
        );
}
