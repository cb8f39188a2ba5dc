using Microsoft.Playwright;

namespace ProgramReview.Browser.TestKit;

/// <summary>The machine's own Chromium; tests that need it are skipped without it, and fail on the build server.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
        {
            return;
        }
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Waiting.Patience.TotalMilliseconds);
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args =
                [
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
                ],
            }
        );
    }

    /// <summary>The browser, or a skipped test.</summary>
    public IBrowser Browser
    {
        get
        {
            if (browser is null)
            {
                Assert.SkipUnless(
                    Environment.GetEnvironmentVariable("CI") == "true",
                    "Chromium is not installed: run ./review test"
                );
                Assert.Fail("Chromium is not installed.");
            }
            return browser;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
        playwright?.Dispose();
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Append("/usr/bin")
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
