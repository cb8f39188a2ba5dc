using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Compiling;

namespace ProgramReview.Workflow.Tests;

public sealed class DossierAnchorTests
{
    [Fact]
    public async Task What_is_compiled_after_an_order_is_not_what_was_anchored_before_it()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(8);
        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(
                Deadline.At(scenario.Day(10)),
                null,
                ["report"],
                "Minh",
                "Mend the figures"
            )
        );
        var cycle = (await scenario.CycleAsync()).Ref;
        var compile = ActivatorUtilities.CreateInstance<CompileDossierActivity>(
            scenario.World.Get<IServiceProvider>()
        );

        // The order is not seen yet: nothing is compiled, but the heads of now are anchored.
        var before = await compile.RunAsync(new(cycle, 1, OrdersSeen: 0), Scenario.Cancel);
        var mended = await scenario.UploadAsync(scenario.Alpha);
        var after = await compile.RunAsync(new(cycle, 1, OrdersSeen: 1), Scenario.Cancel);

        Assert.Null(before.DossierHash);
        Assert.NotNull(after.DossierHash);
        var report = (await scenario.DossierAsync(1)).Reports.Single(one =>
            one.Assignment == scenario.Alpha
        );
        Assert.Equal(mended.BlobName, Assert.Single(report.Parts).Counting?.BlobName);
        Assert.Equal(
            2,
            (await scenario.EventsAsync<CycleEvent.Anchored>(scenario.Cycle.Stream)).Count(one =>
                one.Cause == AnchorCause.Dossier
            )
        );
    }
}
