using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>A product that is stopped and started again.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Stopped_in_the_middle_of_a_cycle_it_goes_on_where_it_was()
    {
        Assert.SkipWhen(Settings.Address is not null, "A product elsewhere is not ours to stop.");
        var data = Directory.CreateTempSubdirectory("review-e2e-again-");
        var port = FreePort.Take();
        var report = Report.Pdf("north.pdf", "Northern report");

        await using var first = await LocalProgram.StartAsync(
            "restart-1",
            data.FullName,
            port,
            "--fresh"
        );
        var before = await Cycle.StartAsync(
            Product.At(first),
            new TrialPlan("again", Units: 12, Summary: 16)
        );
        var request = await before.RequestAsync("north");
        await before.PutAsync(request.Link, report);
        // Nobody says that the file is there; whoever comes back must find it.
        await first.StopAsync();

        await using var second = await LocalProgram.StartAsync("restart-2", data.FullName, port);
        var after = new Cycle(Product.At(second), before.Plan);
        await after.MailAsync(
            "north",
            "the receipt",
            mail => mail.Text.Contains(report.Hash, StringComparison.Ordinal)
        );
        await after.DecideAsync(await after.DecisionRequestAsync("chair", 1), "Approve");
        await after.DecideAsync(await after.DecisionRequestAsync("deputy", 1), "Approve");
        var published = await after.MailAsync("chair", "publication", mail => mail.Leads == "d");

        var dossier = await Html.GetAsync(after.Product.Http, published.Link);
        Assert.Contains(
            report.Hash,
            dossier.QuerySelectorAll("code.whole").Select(code => code.TextContent)
        );
        await second.StopAsync();
        Logs.Keep(data, "restart");
        data.Delete(recursive: true);
    }
}
