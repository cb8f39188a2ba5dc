using ProgramReview.Core.Events;
using ProgramReview.Local.Rehearsal;

namespace ProgramReview.Workflow.Tests;

public sealed class ShippedPlanTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    public static TheoryData<string> Shipped =>
        [
            .. Directory
                .GetDirectories(SourceTree.PathOf("plans"))
                .Select(folder => Path.GetFileName(folder)),
        ];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Its_Cycle_Runs_From_Plan_To_Published_Dossier(string name)
    {
        var file = $"plans/{name}/plan.yaml";
        var plan = Plans.Read(SourceTree.Read(file), file, Start);
        await using var world = World.Create(plan.Plan.Opens, cacheInstances: false);

        var report = await new Rehearsal(world, plan).RunAsync(
            TestContext.Current.CancellationToken
        );

        Assert.Empty(report.Failures);
        Assert.Equal(CycleOutcome.Published, report.Outcome);
        Assert.Equal(plan.Assignments.Count, report.Assignments);
        Assert.Equal(report.Assignments, report.OnTime + report.Late + report.Missing);
    }
}
