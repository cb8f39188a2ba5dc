using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>A test that looks at pages as phones, desks and assistive technology show them.</summary>
public abstract class LookingTest(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();
    private static readonly (int Width, int Height)[] Screens = [(1280, 900), (390, 844)];

    /// <summary>A page must not need scrolling sideways on any screen, and axe must find nothing.</summary>
    protected async Task LookAsync(Uri address, bool isOperator = false)
    {
        var page = await SitDownAsync(isOperator: isOperator);
        await page.GotoAsync(address.ToString());
        foreach (var (width, height) in Screens)
        {
            await page.SetViewportSizeAsync(width, height);
            var overhang = await page.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            Assert.True(
                overhang <= 0,
                $"{address.AbsolutePath} is {overhang} px too wide at {width}."
            );
        }
        // Nothing can run inside the frame in which the mailbox shows a mail, axe neither.
        await page.EvaluateAsync(
            "document.querySelectorAll('iframe').forEach(frame => frame.remove())"
        );
        var axe = await RunAxeAsync(page);
        Assert.True(axe.Passes > 5, $"axe looked at nothing on {address.AbsolutePath}.");
        Assert.True(
            axe.Violations.Length == 0,
            $"{address.AbsolutePath}: {string.Join("; ", axe.Violations)}"
        );
        await page.Context.CloseAsync();
    }

    // The package's own call opens a page per look to add up the frames of a document; these have none.
    private static async Task<Verdict> RunAxeAsync(IPage page)
    {
        await page.EvaluateAsync(AxeScript);
        return await page.EvaluateAsync<Verdict>(
            """
            async () => {
              const found = await axe.run({
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
              });
              return {
                passes: found.passes.length,
                violations: found.violations.map(fault => `${fault.id} (${fault.help}): ${fault.nodes[0].html}`),
              };
            }
            """
        );
    }

    private sealed record Verdict
    {
        public int Passes { get; init; }

        public string[] Violations { get; init; } = [];
    }
}
