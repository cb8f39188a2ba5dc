using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ProgramReview.Browser.TestKit;

/// <summary>What is wrong with a page as phones, desks, paper and assistive technology show it.</summary>
public static class PageLook
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();
    private static readonly (int Width, int Height)[] Screens = [(1280, 900), (360, 780)];

    // What is left of A4, and of A3 on its side, between the margins that the stylesheet gives.
    private static readonly (int Width, int Height) Sheet = (680, 1009);
    private static readonly (int Width, int Height) WideSheet = (1497, 1032);

    /// <summary>What has to be scrolled sideways at a desk or on a phone. Leaves the page as a phone shows it.</summary>
    /// <param name="page">The page.</param>
    public static async Task<IReadOnlyList<string>> OverhangsAsync(IPage page)
    {
        var faults = new List<string>();
        foreach (var (width, height) in Screens)
        {
            await page.SetViewportSizeAsync(width, height);
            faults.AddRange((await WiderThanSheetAsync(page)).Select(one => $"at {width} {one}"));
        }
        return faults;
    }

    /// <summary>What is wrong on paper: something to press, a table whose head stands on its first page alone, something cut off.</summary>
    /// <param name="page">The page.</param>
    public static async Task<IReadOnlyList<string>> PrintFaultsAsync(IPage page)
    {
        var (width, height) = await page.Locator("main.wide").CountAsync() > 0 ? WideSheet : Sheet;
        await page.SetViewportSizeAsync(width, height);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var faults = (await WiderThanSheetAsync(page))
            .Concat(
                await page.EvaluateAsync<string[]>(
                    """
                    () => {
                      const seen = one => one.getClientRects().length > 0;
                      const all = query => [...document.querySelectorAll(query)].filter(seen);
                      return [
                        ...all("nav, form, button, .skip").map(one => `shows ${one.outerHTML.slice(0, 120)}`),
                        ...all("table").filter(one => {
                          const head = one.tHead;
                          return one.rows.length > 12 && (!head || getComputedStyle(head).display !== "table-header-group");
                        }).map(one => `does not repeat the head of ${one.outerHTML.slice(0, 120)}`),
                      ];
                    }
                    """
                )
            )
            .Select(fault => $"print {fault}")
            .ToList();
        await page.EmulateMediaAsync(new() { Media = Media.Null });
        return faults;
    }

    /// <summary>What axe finds by the rules of WCAG 2.2 AA and of good practice, among them size of targets and order of headings.</summary>
    /// <param name="page">The page; must have no frames.</param>
    public static async Task<IReadOnlyList<string>> AxeFaultsAsync(IPage page)
    {
        await page.EvaluateAsync(AxeScript);
        // The package's own call opens a page per look to add up the frames of a document; these have none.
        var found = await page.EvaluateAsync<Verdict>(
            """
            async () => {
              const found = await axe.run({
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                resultTypes: ["violations"],
              });
              return {
                passes: found.passes.length,
                violations: found.violations.map(fault => `${fault.id} (${fault.help}): ${fault.nodes[0].html}`),
              };
            }
            """
        );
        return found.Passes > 5 ? found.Violations : ["axe looked at nothing"];
    }

    private static Task<string[]> WiderThanSheetAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            """
            () => {
              const wide = document.documentElement.clientWidth;
              const over = document.documentElement.scrollWidth - wide;
              const culprit = [...document.querySelectorAll("main *")].find(one => one.getBoundingClientRect().right > wide + 1);
              return over <= 0 ? [] : [`is ${over} px too wide: ${culprit?.outerHTML.slice(0, 120)}`];
            }
            """
        );

    private sealed record Verdict
    {
        public int Passes { get; init; }

        public string[] Violations { get; init; } = [];
    }
}
