using AngleSharp.Dom;
using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Pages;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>What may happen to the letters of two approvers before, beside or instead of their reading them. Each tells how many forms it sent.</summary>
/// <param name="http">Programs.</param>
/// <param name="sitDown">A fresh browser.</param>
/// <param name="links">The links of both letters.</param>
internal sealed class ApprovalRobots(HttpClient http, Func<Task<IPage>> sitDown, Uri[] links)
{
    private static readonly string[] Verdicts =
    [
        "Approve",
        "RequestChanges",
        "Reject",
        "Abstain",
        "Recuse",
    ];
    private static readonly string[] Guesses = ["", "0000", "1234", "test@example.com"];
    private static readonly string[] Names =
    [
        "code",
        "otp",
        "pin",
        "token",
        "password",
        "decision",
    ];

    /// <summary>Mail scanners: opens both links at once, with every method and header that reads.</summary>
    public async Task<int> OpenAsync()
    {
        var looks =
            from link in links
            from method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head]
            from purpose in (string[])["", "prefetch", "prefetch;prerender"]
            select (link, method, purpose);
        await Task.WhenAll(
            looks.Select(async look =>
            {
                using var request = new HttpRequestMessage(look.method, look.link);
                if (look.purpose.Length > 0)
                {
                    request.Headers.Add("Purpose", "prefetch");
                    request.Headers.Add("Sec-Purpose", look.purpose);
                }
                using var answer = await http.SendAsync(request);
                Assert.Equal(200, (int)answer.StatusCode);
            })
        );
        return 0;
    }

    /// <summary>Sends every form of both pages as it is.</summary>
    public Task<int> SendAsIsAsync() => SendAllAsync(link => link, form => [Fields(form, _ => "")]);

    /// <summary>Sends every form with every answer, guessed values, and names that such forms often have.</summary>
    public Task<int> SendGuessesAsync() =>
        SendAllAsync(
            link => link,
            form =>
                from verdict in Verdicts
                from guess in Guesses
                select Fields(
                        form,
                        field => field.GetAttribute("type") == "radio" ? verdict : guess
                    )
                    .Concat(Names.Select(name => KeyValuePair.Create(name, guess)))
        );

    /// <summary>Opens and sends what a gateway made of the links: the same address with more behind it.</summary>
    public Task<int> SendRewrittenAsync() =>
        SendAllAsync(
            link => new Uri(
                $"{link}?url={Uri.EscapeDataString(link.ToString())}&reserved=0&data=05"
            ),
            form => [Fields(form, field => field.GetAttribute("type") == "radio" ? "Approve" : "")]
        );

    /// <summary>Renders both pages with their scripts, chooses each answer, presses the button, goes back and presses again.</summary>
    public async Task<int> PressEverythingAsync()
    {
        var sent = 0;
        foreach (var link in links)
        {
            var page = await sitDown();
            page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;
            foreach (var verdict in Verdicts)
            {
                await page.GotoAsync(link.ToString());
                await PressAsync(page, verdict);
                await page.GoBackAsync();
                await PressAsync(page, verdict);
            }
            await page.Context.CloseAsync();
        }
        return sent;
    }

    /// <summary>Opens both pages in two tabs each, and sends all four at once.</summary>
    public async Task<int> PressInTabsAsync()
    {
        var sent = 0;
        var tabs = new List<IPage>();
        foreach (var link in links.Concat(links))
        {
            var page = await sitDown();
            page.Request += (_, request) =>
            {
                if (request.Method == "POST")
                {
                    Interlocked.Increment(ref sent);
                }
            };
            await page.GotoAsync(link.ToString());
            tabs.Add(page);
        }
        await Task.WhenAll(tabs.Select(page => PressAsync(page, "Approve")));
        foreach (var page in tabs)
        {
            await page.Context.CloseAsync();
        }
        return sent;
    }

    /// <summary>Reads the first page as a person does: chooses an answer, finds the digits and types them wherever something is to be typed.</summary>
    public async Task<int> ReadAndTypeAsync()
    {
        var page = await sitDown();
        await page.GotoAsync(links[0].ToString());
        var form = page.Locator("form.decision");
        await page.Locator("#verdict-Approve").CheckAsync();
        var digits = form.Locator(".digits");
        var read = await digits.CountAsync() > 0 ? await digits.InnerTextAsync() : "7KQ2MX9PBA";
        foreach (var field in await form.Locator("input[type=text]").AllAsync())
        {
            await field.FillAsync(read);
        }
        await LedBackAsync(page, () => form.Locator("button[type=submit]").ClickAsync());
        await page.Context.CloseAsync();
        return 1;
    }

    private static async Task PressAsync(IPage page, string verdict)
    {
        if (await page.Locator("form.decision").CountAsync() == 0)
        {
            return;
        }
        // What the browser itself would hold back is sent all the same.
        await page.EvaluateAsync(
            "document.querySelectorAll('form').forEach(f => f.noValidate = true)"
        );
        await page.Locator($"#verdict-{verdict}").CheckAsync();
        await LedBackAsync(
            page,
            () => page.Locator("form.decision button[type=submit]").ClickAsync()
        );
    }

    // A form that was sent leads back to its page, whatever came of it.
    private static async Task LedBackAsync(IPage page, Func<Task> press)
    {
        await page.RunAndWaitForResponseAsync(
            press,
            answer => answer.Request.RedirectedFrom is { Method: "POST" }
        );
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private async Task<int> SendAllAsync(
        Func<Uri, Uri> rewritten,
        Func<IElement, IEnumerable<IEnumerable<KeyValuePair<string, string>>>> fill
    )
    {
        var sent = 0;
        foreach (var link in links.Select(rewritten))
        {
            var page = await Html.GetAsync(http, link);
            foreach (var form in page.QuerySelectorAll("form[method=post]"))
            {
                var action = new Uri(link, form.GetAttribute("action"));
                foreach (var fields in fill(form))
                {
                    using var content = new FormUrlEncodedContent(fields);
                    using var answer = await http.PostAsync(action, content);
                    Assert.InRange((int)answer.StatusCode, 200, 499);
                    sent++;
                }
            }
        }
        return sent;
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(
        IElement form,
        Func<IElement, string> fill
    ) =>
        form.QuerySelectorAll("input[name], textarea[name]")
            .Select(field =>
                KeyValuePair.Create(
                    field.GetAttribute("name")!,
                    field.GetAttribute("type") == "hidden"
                        ? field.GetAttribute("value") ?? ""
                        : fill(field)
                )
            );
}
