using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

public sealed partial class MainWayTests
{
    private async Task SendWrongThenRightAsync(Cycle cycle)
    {
        var request = await cycle.RequestAsync("north");
        var page = new UploadPage(await SitDownAsync());
        await page.OpenAsync(request.Link);

        await Assertions.Expect(page.NextStep).ToContainTextAsync("send the report before");
        await Assertions
            .Expect(page.Outline)
            .ToHaveTextAsync(["Leadership and implementation", "Results"]);
        await Assertions.Expect(page.Instants.First).ToContainTextAsync("Hanoi");

        await page.SendAsync(Report.Picture("report.pdf"), receivedThen: 1);
        await Assertions.Expect(page.State).ToHaveTextAsync("To be corrected");
        await Assertions
            .Expect(page.Received.First)
            .ToContainTextAsync("could not be recognised from its content");
        await cycle.MailAsync(
            "north",
            "the file is to be sent again",
            mail => mail.Subject.StartsWith("To be corrected", StringComparison.Ordinal)
        );

        var said = await page.SendAsync(north, receivedThen: 2);
        Assert.Contains("Preparing", said);
        Assert.Contains("The file is stored. Checking it", said);
        await Assertions.Expect(page.State).ToHaveTextAsync("Received on time");
        await Assertions.Expect(page.Received.First).ToContainTextAsync("This one counts");
        Assert.Equal(north.Hash, await page.HashAsync());
        var number = await page.ReceiptAsync();
        await ExpectReceiptAsync(cycle, "north", number, north);
        await VerifyAsync(await page.FollowReceiptAsync(), number, north);
    }

    // What the sender keeps proves the file to anybody, and no other file.
    private async Task VerifyAsync(ReceiptPage page, string number, Report report)
    {
        await Assertions.Expect(page.Number).ToHaveTextAsync(number);
        await Assertions.Expect(page.Sheet).ToContainTextAsync(report.Hash);
        await Assertions.Expect(page.Sheet).ToContainTextAsync(report.Name);
        var receipt = await product.Http.GetByteArrayAsync(await page.FileAsync());
        var changed = report.Content.ToArray();
        changed[changed.Length / 2] ^= 1;

        var answers = await Task.WhenAll(
            Verifier.RunAsync(receipt, report.Content),
            Verifier.RunAsync(receipt, changed)
        );

        Assert.True(answers[0].ExitCode == 0, answers[0].Said);
        Assert.True(answers[1].ExitCode == 1, answers[1].Said);
    }

    private async Task SendWithoutScriptAsync(Cycle cycle)
    {
        var request = await cycle.RequestAsync("south");
        var page = new UploadPage(await SitDownAsync(hasScript: false));
        await page.OpenAsync(request.Link);

        await page.SendAsync(south, receivedThen: 1, hasScript: false);
        await Assertions.Expect(page.Received.First).ToContainTextAsync(south.Name);
        Assert.Equal(south.Hash, await page.HashAsync());
        await ExpectReceiptAsync(cycle, "south", await page.ReceiptAsync(), south);
    }

    private async Task SendByTwoCallsAsync(Cycle cycle)
    {
        var request = await cycle.RequestAsync("east");
        var (storage, blob) = await cycle.PutAsync(request.Link, east);

        using var again = await cycle.StoreAsync(storage, north.Content);
        Assert.True(again.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Conflict);

        using var told = await product.Http.PostAsJsonAsync(
            $"{request.Link}/received",
            new { blobName = blob, sha256 = east.Hash }
        );
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        var answer = await told.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(east.Hash, answer.GetProperty("sha256").GetString());
        Assert.True(answer.GetProperty("matches").GetBoolean());
        Assert.Equal("OnTime", answer.GetProperty("verdict").GetString());
        await ExpectReceiptAsync(cycle, "east", answer.GetProperty("receipt").GetString()!, east);
    }

    private async Task SendConsolidatedAsync(Cycle cycle)
    {
        var request = await cycle.RequestAsync("coordination");
        var tab = await SitDownAsync();
        var page = new UploadPage(tab);
        await page.OpenAsync(request.Link);

        await page.Materials.Locator("summary").First.ClickAsync();
        foreach (var report in new[] { north, south, east })
        {
            await Assertions.Expect(page.Material(report.Name)).ToBeVisibleAsync();
        }
        var download = await tab.RunAndWaitForDownloadAsync(() =>
            page.Material(south.Name).ClickAsync()
        );
        Assert.Equal(south.Name, download.SuggestedFilename);
        Assert.Equal(south.Content, await File.ReadAllBytesAsync(await download.PathAsync()));

        await page.SendAsync(summary, receivedThen: 1);
        await Assertions.Expect(page.State).ToHaveTextAsync("Received on time");
    }

    private async Task CorrectAsync(Cycle cycle)
    {
        var mail = await cycle.MailAsync(
            "north",
            "changes are asked for",
            mail => mail.Text.Contains(Comment, StringComparison.Ordinal)
        );
        Assert.StartsWith("Changes asked for", mail.Subject, StringComparison.Ordinal);
        var page = new UploadPage(await SitDownAsync());
        await page.OpenAsync(mail.Link);
        await Assertions.Expect(page.ChangesAsked).ToHaveTextAsync(Comment);
        await Assertions.Expect(page.State).ToHaveTextAsync("Reopened for changes");

        await page.SendAsync(corrected, receivedThen: 3);
        await Assertions.Expect(page.State).ToHaveTextAsync("Received on time");
        Assert.Equal(corrected.Hash, await page.HashAsync());
    }

    private static Task<Letter> ExpectReceiptAsync(
        Cycle cycle,
        string person,
        string receipt,
        Report report
    ) =>
        cycle.MailAsync(
            person,
            $"the receipt {receipt}",
            mail =>
                mail.Text.Contains(receipt, StringComparison.Ordinal)
                && mail.Text.Contains(report.Hash, StringComparison.Ordinal)
        );
}
