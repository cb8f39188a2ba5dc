using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>A test with people at browsers; what they see last is kept when it fails.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private readonly List<IBrowserContext> contexts = [];
    private readonly List<string> complaints = [];

    /// <summary>A fresh page in a browser of its own.</summary>
    /// <param name="width">How wide the window is.</param>
    /// <param name="height">How high the window is.</param>
    /// <param name="hasScript">Whether JavaScript is on.</param>
    /// <param name="isOperator">Whether an operator sits there.</param>
    protected async Task<IPage> SitDownAsync(
        int width = 1280,
        int height = 900,
        bool hasScript = true,
        bool isOperator = false
    )
    {
        var context = await chromium.Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                JavaScriptEnabled = hasScript,
                ReducedMotion = ReducedMotion.Reduce,
                ExtraHTTPHeaders =
                    isOperator && Settings.OperatorToken is { } token
                        ? [new("Authorization", $"Bearer {token}")]
                        : null,
            }
        );
        lock (contexts)
        {
            contexts.Add(context);
        }
        context.SetDefaultTimeout((float)Settings.PageLimit.TotalMilliseconds);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Complain(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy"))
            {
                Complain(message.Text);
            }
        };
        return page;
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await KeepPicturesAsync();
        }
        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }
        Assert.Empty(complaints);
    }

    private void Complain(string text)
    {
        lock (complaints)
        {
            complaints.Add(text);
        }
    }

    private async Task KeepPicturesAsync()
    {
        var test = TestContext.Current.TestMethod!.MethodName;
        foreach (var (number, page) in contexts.SelectMany(context => context.Pages).Index())
        {
            var file = Path.Combine(Places.Artifacts, $"{test}-{number + 1}");
            await File.WriteAllTextAsync($"{file}.html", await page.ContentAsync());
            await page.ScreenshotAsync(new() { Path = $"{file}.png", FullPage = true });
        }
    }
}
