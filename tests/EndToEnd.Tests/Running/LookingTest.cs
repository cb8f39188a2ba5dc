namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>A test that looks at pages as phones, desks, paper and assistive technology show them.</summary>
public abstract class LookingTest(Chromium chromium) : BrowserTest(chromium)
{
    /// <summary>A page must not need scrolling sideways on any screen, nothing may be cut off on paper, and axe must find nothing.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="isOperator">Whether an operator looks.</param>
    /// <param name="isThere">Whether the page is there, and not one that says that it is not.</param>
    protected async Task LookAsync(Uri address, bool isOperator = false, bool isThere = true)
    {
        var page = await SitDownAsync(isOperator: isOperator);
        var answer = await page.GotoAsync(address.ToString());
        Assert.True(answer!.Ok == isThere, $"{address.AbsolutePath}: {answer.Status}");
        var paper = await PageLook.PrintFaultsAsync(page);
        var faults = paper.Concat(await PageLook.OverhangsAsync(page)).ToList();
        // Nothing can run inside the frame in which the mailbox shows a mail, axe neither.
        await page.EvaluateAsync(
            "document.querySelectorAll('iframe').forEach(frame => frame.remove())"
        );
        faults.AddRange(await PageLook.AxeFaultsAsync(page));
        Assert.True(
            faults.Count == 0,
            $"{address.AbsolutePath}: {string.Join(Environment.NewLine, faults)}"
        );
        await page.Context.CloseAsync();
    }
}
