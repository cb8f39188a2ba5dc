using Microsoft.Playwright;
using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>Pages on phones and desks, by keyboard alone, and as assistive technology finds them.</summary>
public sealed class LookTests(Product product, Chromium chromium) : LookingTest(chromium)
{
    private readonly Report report = Report.Pdf(
        "a-report-with-a-rather-long-file-name.pdf",
        "Report"
    );

    [Fact]
    public async Task All_pages_fit_phone_and_desk_pass_axe_and_work_by_keyboard()
    {
        var cycle = await Cycle.StartAsync(product, new TrialPlan("looks", Units: 22, Summary: 24));

        var request = await cycle.RequestAsync("north");
        await UploadByKeyboardAsync(request.Link);
        await LookAsync(request.Link);
        await LookAsync(new Uri(product.Address, "u/unknown"), isThere: false);

        var asked = await cycle.DecisionRequestAsync("deputy", 1);
        await LookAsync(asked.Link);
        await DecideByKeyboardAsync(asked.Link);
        await cycle.DecideAsync(await cycle.DecisionRequestAsync("member", 1), "Approve");

        var published = await cycle.MailAsync("chair", "publication", mail => mail.Leads == "d");
        Assert.Equal($"/d/{cycle.Plan.Id}", published.Link.AbsolutePath);
        foreach (
            var path in Readers(cycle, request.Link, asked.Link)
                .Concat(Texts(request.Link, asked.Link))
        )
        {
            await LookAsync(new Uri(product.Address, path));
        }
        foreach (var path in Staff)
        {
            await LookAsync(new Uri(cycle.Status + path), isOperator: true);
        }
        await LookAsync(new Uri(product.Address, "cycles"), isOperator: true);
    }

    // What is read of a dossier, by whoever reads it. Every state of every page hangs in the gallery, where it is looked at too.
    private static IEnumerable<string> Readers(Cycle cycle, Uri sender, Uri approver) =>
        from door in ((string First, string Others)[])
            [
                ($"/d/{cycle.Plan.Id}", $"/d/{cycle.Plan.Id}"),
                ($"/d/{cycle.Plan.Id}/editions/1", $"/d/{cycle.Plan.Id}/editions/1"),
                ($"{sender.AbsolutePath}/dossier", $"{sender.AbsolutePath}/dossier"),
                ($"{approver.AbsolutePath}/dossier", approver.AbsolutePath),
            ]
        from page in (string[])
            [door.First, $"{door.Others}/fairness", $"{door.Others}/exceptions/missing"]
        select page;

    // The plan opens no text to everybody.
    private static IEnumerable<string> Texts(Uri sender, Uri approver) =>
        [$"{sender.AbsolutePath}/dossier/texts", $"{approver.AbsolutePath}/texts"];

    private static readonly string[] Staff =
    [
        "",
        "/story",
        "/texts?q=report",
        "/material",
        "/figures",
        "/findings",
        "/fairness",
        "/alarms/missing",
        "/dossier",
        "/round/dossier",
    ];

    private async Task UploadByKeyboardAsync(Uri link)
    {
        var page = await SitDownAsync();
        var upload = new UploadPage(page);
        await upload.OpenAsync(link);

        await TabToAsync(page, "#file-report");
        var chooser = await page.RunAndWaitForFileChooserAsync(() =>
            page.Keyboard.PressAsync("Space")
        );
        await chooser.SetFilesAsync(
            new FilePayload
            {
                Name = report.Name,
                MimeType = "application/pdf",
                Buffer = report.Content,
            }
        );
        await TabToAsync(page, "form.upload button[type=submit]:not([data-check])");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(upload.Received).ToHaveCountAsync(1);
        await Assertions.Expect(upload.State).ToHaveTextAsync("Received on time");
    }

    private async Task DecideByKeyboardAsync(Uri link)
    {
        var page = await SitDownAsync();
        var decision = new DecisionPage(page);
        await decision.OpenAsync(link);
        var number = await page.Locator("strong.digits").InnerTextAsync();

        await TabToAsync(page, "input[name=verdict]");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(decision.Verdict("Approve")).ToBeCheckedAsync();
        await TabToAsync(page, "#confirmation");
        await page.Keyboard.TypeAsync(number);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(decision.Lead).ToContainTextAsync("Your decision: Approved");
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (
                await page.EvaluateAsync<bool>(
                    "selector => document.activeElement.matches(selector)",
                    selector
                )
            )
            {
                var outline = await page.EvaluateAsync<string>(
                    "getComputedStyle(document.activeElement).outlineStyle"
                );
                Assert.NotEqual("none", outline);
                return;
            }
        }
        Assert.Fail($"The keyboard does not reach {selector}.");
    }
}
