using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests.Pages;

/// <summary>A unit's page.</summary>
internal sealed class UploadPage(IPage page)
{
    private const string Witness = """
        () => {
          const state = document.querySelector('.upload-state');
          const look = () => {
            if (!state.hidden) sessionStorage.setItem('seen', (sessionStorage.getItem('seen') ?? '') + state.innerText + '|');
          };
          new MutationObserver(look).observe(state, { attributes: true, childList: true, subtree: true, characterData: true });
        }
        """;

    /// <summary>The next step, at the top.</summary>
    public ILocator NextStep => page.Locator(".panel .lead");

    /// <summary>The state in words.</summary>
    public ILocator State => page.Locator(".panel .state");

    /// <summary>Everything received, newest first.</summary>
    public ILocator Received => page.Locator("ol.received > li");

    /// <summary>Why the attempt just made was not taken.</summary>
    public ILocator Problems => page.Locator(".notice-bad");

    /// <summary>What approvers asked for.</summary>
    public ILocator ChangesAsked => page.Locator(".notice-warn blockquote");

    /// <summary>The box of what earlier reports came to.</summary>
    public ILocator Materials => page.Locator("#reports");

    /// <summary>The link to the material for the consolidated report that has this file name.</summary>
    public ILocator Material(string fileName) =>
        Materials.Locator("a[download]").Filter(new() { HasText = fileName });

    /// <summary>What is there for one part, in a section of its own.</summary>
    public ILocator Part(string code) => page.Locator($"#part-{code}");

    /// <summary>What was received for one part, newest first.</summary>
    public ILocator ReceivedFor(string code) => Part(code).Locator("ol.received > li");

    /// <summary>The state of each part, in a glance at the top.</summary>
    public ILocator Parts => page.Locator(".panel .parts > li");

    /// <summary>Where files that were dropped together are offered to the parts they fit.</summary>
    public ILocator Offer => page.Locator("section.offer");

    /// <summary>Drops files on the page, beside all forms.</summary>
    public Task DropAsync(params Report[] files) =>
        page.EvaluateAsync(
            """
            files => {
              const all = new DataTransfer();
              for (const file of files) {
                all.items.add(new File([Uint8Array.from(atob(file.content), (c) => c.charCodeAt(0))], file.name));
              }
              document.querySelector("h1").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: all }));
            }
            """,
            files.Select(file => new
            {
                name = file.Name,
                content = Convert.ToBase64String(file.Content),
            })
        );

    /// <summary>Sends what is chosen for one part.</summary>
    public Task PressSendAsync(string code) =>
        Part(code).Locator("form.upload button[type=submit]:not([data-check])").ClickAsync();

    /// <summary>The outline that is asked for.</summary>
    public ILocator Outline => page.Locator("main ol:not(.received) > li");

    /// <summary>When it is due, and when it closes.</summary>
    public ILocator Instants => page.Locator("dl.facts time");

    /// <summary>Opens the page.</summary>
    public async Task OpenAsync(Uri link)
    {
        var answer = await page.GotoAsync(link.ToString());
        Assert.Equal(200, answer!.Status);
    }

    /// <summary>Chooses a file, sends it, and waits until the page shows that many received.</summary>
    /// <returns>What the page said while it was sending; empty without script.</returns>
    public async Task<string> SendAsync(Report report, int receivedThen, bool hasScript = true)
    {
        if (hasScript)
        {
            await page.EvaluateAsync(Witness);
        }
        await page.Locator("#file-report")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = report.Name,
                    MimeType = "application/pdf",
                    Buffer = report.Content,
                }
            );
        await page.Locator("form.upload button[type=submit]:not([data-check])").ClickAsync();
        await Assertions.Expect(Received).ToHaveCountAsync(receivedThen);
        return hasScript ? await page.EvaluateAsync<string>("sessionStorage.getItem('seen')") : "";
    }

    /// <summary>The receipt number of the newest submission.</summary>
    public async Task<string> ReceiptAsync() =>
        (await Received.First.Locator("dl.facts dd > code").First.InnerTextAsync()).Trim();

    /// <summary>Follows the link to the receipt of the newest submission.</summary>
    public async Task<ReceiptPage> FollowReceiptAsync()
    {
        await Received.First.Locator(".facts .links a:not([download])").First.ClickAsync();
        await page.Locator("article.receipt").WaitForAsync();
        return new ReceiptPage(page);
    }

    /// <summary>The SHA-256 that is shown of the newest submission.</summary>
    public async Task<string> HashAsync()
    {
        await Received.First.Locator("details.hash summary").ClickAsync();
        var whole = Received.First.Locator("code.whole");
        await Assertions.Expect(whole).ToBeVisibleAsync();
        return await whole.InnerTextAsync();
    }
}
