using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>A contact leaves: an operator has the duty to report pass on, by the form without JavaScript.</summary>
public sealed class HandoverTests(Product product, Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_new_contact_has_the_link_and_the_former_one_a_page_that_says_so()
    {
        var cycle = await Cycle.StartAsync(product, new TrialPlan("handover", 600, 700));
        var former = await cycle.RequestAsync("north");
        var story = new Uri(
            product.Address,
            $"status/{cycle.Plan.Id}/story/{cycle.Plan.Id}.north.unit-report"
        );
        var handler = await SitDownAsync(hasScript: false, isOperator: true);
        await handler.GotoAsync(story.AbsoluteUri);
        var form = handler.Locator(
            "details.command",
            new() { HasText = "Pass the duty to report" }
        );
        await form.Locator("summary").ClickAsync();
        await form.GetByLabel("New contact: name").FillAsync("Trần Thị Thu");
        await form.GetByLabel("New contact: e-mail address").FillAsync(cycle.Plan.AddressOf("thu"));
        await form.GetByLabel("Language").SelectOptionAsync("en");
        await form.GetByLabel("Reason").FillAsync("The office was filled anew");
        await form.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions
            .Expect(handler.GetByText("had the duty to report of Northern unit pass"))
            .ToBeVisibleAsync();
        await Assertions.Expect(handler.GetByText("Trần Thị Thu").First).ToBeVisibleAsync();
        var fresh = await cycle.RequestAsync("thu");
        using (var opened = await product.Http.GetAsync(fresh.Link))
        {
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        }
        await cycle.MailAsync(
            "north",
            "that the duty has passed on",
            mail => mail.Subject.StartsWith("You are no longer", StringComparison.Ordinal)
        );
        using var dead = await product.Http.GetAsync(former.Link);
        Assert.Equal(HttpStatusCode.Gone, dead.StatusCode);
        Assert.Contains(
            "The duty to report has passed to somebody else",
            await dead.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );

        using var again = await product.Operator.PostAsJsonAsync(
            new Uri(
                product.Address,
                $"api/cycles/{cycle.Plan.Id}/assignments/{cycle.Plan.Id}.north.unit-report/commands/reassign"
            ),
            new
            {
                id = "again",
                reason = "By mistake",
                name = "Thu",
                email = cycle.Plan.AddressOf("thu"),
                language = "en",
            }
        );
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(
            "contact-same",
            (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()
        );
    }
}
