using System.Net;
using System.Net.Http.Json;
using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>Processes that run are ended and begun anew in the middle of a cycle, each kind of them: nobody notices.</summary>
public sealed class RetryTests(Product product)
{
    [Fact]
    public async Task Every_process_can_be_begun_anew_while_it_runs()
    {
        var report = Report.Pdf("north.pdf", "Northern report");
        var cycle = await Cycle.StartAsync(product, new TrialPlan("anew", Units: 40, Summary: 44));
        var request = await cycle.RequestAsync("north");

        await RetryAsync(cycle, $"{cycle.Plan.Id}.north.unit-report.1");
        await RetryAsync(cycle, $"{cycle.Plan.Id}.fan-out.~");
        await RetryAsync(cycle, $"cycle-{cycle.Plan.Id}");
        var (_, blob) = await cycle.PutAsync(request.Link, report);
        await cycle.ReceiveAsync(request.Link, blob, report);
        await cycle.DecideAsync(await cycle.DecisionRequestAsync("chair", 1), "Approve");
        await RetryAsync(cycle, $"{cycle.Plan.Id}.approval.1");
        await RetryAsync(cycle, $"cycle-{cycle.Plan.Id}");
        await cycle.DecideAsync(await cycle.DecisionRequestAsync("deputy", 1), "Approve");

        var published = await cycle.MailAsync("member", "publication", mail => mail.Leads == "d");
        var dossier = await Html.GetAsync(product.Http, published.Link);
        Assert.Contains(
            report.Hash,
            dossier.QuerySelectorAll("code.whole").Select(code => code.TextContent)
        );
        var mails = await product.Mails.InAsync($"{cycle.Plan.Id}.example");
        // Nobody was asked twice; whoever answered has the receipt too.
        Assert.All(
            [("chair", 2), ("deputy", 2), ("member", 1)],
            letters =>
                Assert.Equal(
                    letters.Item2,
                    mails.Count(mail =>
                        mail.Recipient == cycle.Plan.AddressOf(letters.Item1) && mail.Leads == "a"
                    )
                )
        );
    }

    private async Task RetryAsync(Cycle cycle, string process)
    {
        using var answer = await product.Operator.PostAsJsonAsync(
            $"api/cycles/{cycle.Plan.Id}/commands/retry",
            new
            {
                id = Guid.NewGuid().ToString("N"),
                target = process,
                reason = "A trial.",
            }
        );
        Assert.True(
            answer.StatusCode == HttpStatusCode.OK,
            await answer.Content.ReadAsStringAsync()
        );
    }
}
