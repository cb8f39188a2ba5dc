using System.Net;
using System.Net.Http.Json;
using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>
/// Histories are lost in the middle of a cycle, by the addresses that Durable Functions has for it. The local host has none: there
/// the workflow's own tests lose them.
/// </summary>
public sealed class LostHistoryTests(Product product)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_whose_histories_are_lost_are_begun_anew_from_the_record()
    {
        Assert.SkipWhen(product.IsLocal, "The local host has no address to lose a history by.");
        var report = Report.Pdf("north.pdf", "Northern report");
        var cycle = await Cycle.StartAsync(
            product,
            new TrialPlan("history", Units: 40, Summary: 44)
        );
        var request = await cycle.RequestAsync("north");

        await LoseAsync(cycle, $"{cycle.Plan.Id}.north.unit-report.1");
        await LoseAsync(cycle, $"{cycle.Plan.Id}.fan-out.~");
        await LoseAsync(cycle, $"cycle-{cycle.Plan.Id}");
        var (_, blob) = await cycle.PutAsync(request.Link, report);
        await cycle.ReceiveAsync(request.Link, blob, report);
        await cycle.DecideAsync(await cycle.DecisionRequestAsync("chair", 1), "Approve");
        await LoseAsync(cycle, $"{cycle.Plan.Id}.approval.1");
        await cycle.DecideAsync(await cycle.DecisionRequestAsync("deputy", 1), "Approve");

        var published = await cycle.MailAsync("member", "publication", mail => mail.Leads == "d");
        var dossier = await Html.GetAsync(product.Http, published.Link);
        Assert.Contains(
            report.Hash,
            dossier.QuerySelectorAll("code.whole").Select(code => code.TextContent)
        );
        var mails = await product.Mails.InAsync($"{cycle.Plan.Id}.example");
        Assert.Distinct(
            mails.Where(mail => mail.AsksToDecide).Select(mail => mail.Recipient),
            StringComparer.Ordinal
        );
    }

    // As operations would see it: the history is gone, and the process is begun anew by the command.
    private async Task LoseAsync(Cycle cycle, string process)
    {
        var instance = $"runtime/webhooks/durabletask/instances/{process}";
        using var ended = await product.Operator.PostAsync(
            $"{instance}/terminate?reason=lost",
            content: null,
            Cancel
        );
        Assert.Equal(HttpStatusCode.Accepted, ended.StatusCode);
        while (await StatusAsync(instance) is { } status && status != HttpStatusCode.NotFound)
        {
            // Of one that still runs nothing is taken out; it is told as accepted.
            if (status == HttpStatusCode.OK)
            {
                using var purged = await product.Operator.DeleteAsync(instance, Cancel);
                Assert.Equal(HttpStatusCode.OK, purged.StatusCode);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancel);
        }
        using var answer = await product.Operator.PostAsJsonAsync(
            $"api/cycles/{cycle.Plan.Id}/commands/retry",
            new
            {
                id = Guid.NewGuid().ToString("N"),
                target = process,
                reason = "Its history is lost.",
            },
            Cancel
        );
        Assert.True(
            answer.StatusCode == HttpStatusCode.OK,
            await answer.Content.ReadAsStringAsync(Cancel)
        );
    }

    private async Task<HttpStatusCode> StatusAsync(string instance)
    {
        using var found = await product.Operator.GetAsync(instance, Cancel);
        return found.StatusCode;
    }
}
