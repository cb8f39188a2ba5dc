using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>The language of pages as a reader chooses it, without script, and the first page for whoever comes.</summary>
public sealed class LanguageTests(Product product, Chromium chromium) : LookingTest(chromium)
{
    [Fact]
    public async Task A_language_that_was_chosen_once_holds_for_every_page_and_no_letter()
    {
        var cycle = await Cycle.StartAsync(product, new TrialPlan("tongues", 600, 700));
        var request = await cycle.RequestAsync("north");
        var page = await SitDownAsync(hasScript: false);

        await page.GotoAsync($"{request.Link}?a=b");
        await ExpectAsync(page, "en");
        await ChooseAsync(page, "vi");
        Assert.Equal($"{request.Link}?a=b", page.Url);
        await ExpectAsync(page, "vi");

        await page.GotoAsync(new Uri(product.Address, "u/unknown").ToString());
        await ExpectAsync(page, "vi");
        await ChooseAsync(page, "hi");
        await page.GotoAsync(product.Address.ToString());
        await ExpectAsync(page, "hi");

        // An address may ask for a language once; what was chosen stays.
        await page.GotoAsync(new Uri(product.Address, "?lang=en").ToString());
        await ExpectAsync(page, "en");
        await page.GotoAsync(product.Address.ToString());
        await ExpectAsync(page, "hi");

        if (product.IsLocal)
        {
            await page.GotoAsync(new Uri(product.Address, "mailbox").ToString());
            await ExpectAsync(page, "hi");
            await page.GotoAsync(new Uri(product.Address, "no/such/page").ToString());
            await ExpectAsync(page, "hi");
        }
    }

    [Fact]
    public async Task Whoever_lost_the_letter_gets_a_fresh_link_at_the_registered_address()
    {
        var cycle = await Cycle.StartAsync(product, new TrialPlan("lost", 600, 700));
        var request = await cycle.RequestAsync("north");
        var page = await SitDownAsync(hasScript: false);
        await page.GotoAsync(new Uri(product.Address, "?lang=en").ToString());

        await page.GetByLabel("Your registered e-mail address").FillAsync(request.Recipient);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a fresh link" }).ClickAsync();

        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
        Assert.DoesNotContain(request.Recipient, page.Url);
        var fresh = await cycle.MailAsync(
            "north",
            "a fresh link",
            mail => mail.Leads == "u" && mail.Link != request.Link
        );
        var opened = await page.GotoAsync(fresh.Link.ToString());
        Assert.Equal(200, opened!.Status);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    [InlineData("hi")]
    public async Task The_first_page_and_the_mailbox_fit_phone_and_desk_and_pass_axe(
        string language
    )
    {
        await LookAsync(new Uri(product.Address, $"?lang={language}&asked=1"));
        await LookAsync(new Uri(product.Address, $"u/unknown?lang={language}"), isThere: false);
        if (product.IsLocal)
        {
            await LookAsync(new Uri(product.Address, $"mailbox?lang={language}"));
            await LookAsync(new Uri(product.Address, $"mailbox?lang={language}&q=zzz"));
        }
    }

    private static Task ChooseAsync(IPage page, string language) =>
        page.Locator($"header button[lang={language}]").ClickAsync();

    private static Task ExpectAsync(IPage page, string language) =>
        Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
}
