using ProgramReview.Functions.Events;

namespace ProgramReview.Workflow.Tests;

/// <summary>A cycle was taken out of storage; its processes are the running app's to take out of the hub.</summary>
public sealed class PurgedProcessTests
{
    [Fact]
    public async Task Nothing_Is_Left_In_The_Hub_And_The_Note_Goes_With_It()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.StopAsync("Officer operations", "No longer needed");
        Assert.NotEmpty(await InstancesAsync(scenario));
        var purged = scenario.World.Get<IPurgedCycles>();
        await purged.AddAsync(scenario.Cycle, Scenario.Cancel);

        await scenario.ReconcileAsync();

        Assert.Empty(await InstancesAsync(scenario));
        Assert.Empty(await purged.ListAsync(Scenario.Cancel));
    }

    [Fact]
    public async Task What_Runs_Of_A_Cycle_That_Is_On_Record_Is_Left_Alone()
    {
        await using var scenario = await Scenario.StartAsync();
        var before = await scenario.LiveInstancesAsync();
        await scenario.World.Get<IPurgedCycles>().AddAsync(scenario.Cycle, Scenario.Cancel);

        await scenario.ReconcileAsync();

        Assert.NotEmpty(before);
        Assert.Equal(before, await scenario.LiveInstancesAsync());
    }

    private static async Task<IReadOnlyList<string>> InstancesAsync(Scenario scenario)
    {
        var all = new List<string>();
        await foreach (var instance in scenario.World.Client.GetAllInstancesAsync())
        {
            all.Add(instance.InstanceId);
        }
        return all;
    }
}
