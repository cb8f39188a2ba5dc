using ProgramReview.Core.Events;
using ProgramReview.Local.Rehearsal;

namespace ProgramReview.Workflow.Tests;

public sealed class HanoiTests
{
    [Fact]
    public async Task The_Hanoi_Cycle_Runs_From_Plan_To_Published_Dossier()
    {
        var plan = Plans.Hanoi();
        await using var world = World.Create(plan.Plan.Opens, cacheInstances: false);

        var report = await new Rehearsal(world, plan).RunAsync(
            TestContext.Current.CancellationToken
        );

        Assert.Empty(report.Failures);
        Assert.Equal(CycleOutcome.Published, report.Outcome);
        Assert.Equal(36, report.Assignments);
        Assert.Equal(1, report.Missing);
        Assert.Equal(3, report.Late);
        Assert.Equal(32, report.OnTime);
        Assert.Equal(2, report.Rounds);
    }
}
