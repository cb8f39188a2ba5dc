using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>The local host's mailbox, as a person uses it.</summary>
public sealed class MailboxTests(Product product, Chromium chromium) : LookingTest(chromium)
{
    [Fact]
    public async Task The_mailbox_fits_phone_and_desk_passes_axe_and_its_mails_lead_to_the_pages()
    {
        Assert.SkipUnless(product.IsLocal, "Only the local host has a mailbox.");
        var cycle = await Cycle.StartAsync(product, new TrialPlan("post", 600, 700));
        var request = await cycle.RequestAsync("north");
        var list = new Uri(product.Address, $"mailbox?to={request.Recipient}");
        await LookAsync(list);

        var page = await SitDownAsync(390, 844);
        await page.GotoAsync(list.ToString());
        await page.Locator("ul.mails a").ClickAsync();
        await page.WaitForURLAsync("**/mailbox/*");
        await LookAsync(new Uri(page.Url));

        // The mail stands in a closed frame; pressing its button leaves it.
        await page.FrameLocator("iframe.mail").Locator("a.button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(request.Link.ToString());
    }
}
