using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>A whole cycle in which nobody sits at a browser: the shortest proof that a host runs the product.</summary>
public sealed class ProgramsTests(Product product)
{
    [Fact]
    public async Task A_cycle_can_be_run_by_programs_alone()
    {
        var told = Report.Pdf("north.pdf", "Northern report");
        var untold = Report.Pdf("east.pdf", "Eastern report");
        var cycle = await Cycle.StartAsync(
            product,
            new TrialPlan("programs", Units: 22, Summary: 24)
        );

        await SendAsync(cycle, "north", told);
        // Nobody says that this file is there; the look at the due instant must find it.
        await cycle.PutAsync((await cycle.RequestAsync("east")).Link, untold);
        await cycle.DecideAsync(await cycle.DecisionRequestAsync("chair", 1), "Approve");
        await cycle.DecideAsync(await cycle.DecisionRequestAsync("deputy", 1), "Approve");

        var published = await cycle.MailAsync("member", "publication", mail => mail.Leads == "d");
        var dossier = await Html.GetAsync(product.Http, published.Link);
        var hashes = dossier.QuerySelectorAll("code.whole").Select(code => code.TextContent);
        Assert.Contains(told.Hash, hashes);
        Assert.Contains(untold.Hash, hashes);
    }

    private static async Task SendAsync(Cycle cycle, string person, Report report)
    {
        var request = await cycle.RequestAsync(person);
        var (_, blob) = await cycle.PutAsync(request.Link, report);
        await cycle.ReceiveAsync(request.Link, blob, report);
    }
}
