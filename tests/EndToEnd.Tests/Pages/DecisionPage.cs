using Microsoft.Playwright;

namespace ProgramReview.EndToEnd.Tests.Pages;

/// <summary>An approver's page.</summary>
internal sealed class DecisionPage(IPage page)
{
    /// <summary>What is asked, or how things stand.</summary>
    public ILocator Lead => page.Locator(".panel .lead");

    /// <summary>Why the answer was not taken.</summary>
    public ILocator Problems => page.Locator(".notice-bad");

    /// <summary>The form; there is none once the answer is given or the round is over.</summary>
    public ILocator Form => page.Locator("form.decision");

    /// <summary>What became of the changes that were asked for.</summary>
    public ILocator Changes => page.Locator("main");

    /// <summary>The comment.</summary>
    public ILocator Comment => page.Locator("#comment");

    /// <summary>A possible answer.</summary>
    public ILocator Verdict(string verdict) => page.Locator($"#verdict-{verdict}");

    /// <summary>The tick that opens a report again.</summary>
    public ILocator Reopen(string reportType, string body) =>
        page.Locator($"#reopen-{reportType}-{body}-report");

    /// <summary>Opens the page.</summary>
    public async Task OpenAsync(Uri link)
    {
        var answer = await page.GotoAsync(link.ToString());
        Assert.Equal(200, answer!.Status);
    }

    /// <summary>Types a confirmation, the number shown unless another is given, and sends.</summary>
    public async Task ConfirmAsync(string? number = null)
    {
        number ??= await page.Locator("strong.digits").InnerTextAsync();
        await page.Locator("#confirmation").FillAsync(number);
        await Form.Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>Opens the page and approves.</summary>
    public async Task ApproveAsync(Uri link)
    {
        await OpenAsync(link);
        await Verdict("Approve").CheckAsync();
        await ConfirmAsync();
        await Assertions.Expect(Form).ToHaveCountAsync(0);
    }
}
