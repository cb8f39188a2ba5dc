using ProgramReview.Core.Deadlines;
using ProgramReview.Functions.Status;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Workflow.Tests;

public sealed class SweepTests
{
    [Fact]
    public async Task A_File_Whose_Name_Fell_Out_Of_The_Index_Is_Found_By_The_Long_Look()
    {
        await using var scenario = await Scenario.StartAsync();
        var name = await scenario.PutSilentlyAsync(scenario.Alpha);
        var index = scenario.World.Get<InMemoryPermissionIndex>();
        await foreach (var lost in index.ListAsync(scenario.Cycle, null, Scenario.Cancel))
        {
            await index.RemoveAsync(lost, Scenario.Cancel);
        }
        await scenario.ToDayAsync(7.5);
        await scenario.SweepAsync();
        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Submissions);

        await scenario
            .World.Get<Sweep>()
            .LookAtEverythingAsync(scenario.World.Client, Scenario.Cancel);

        var found = Assert.Single((await scenario.StateAsync(scenario.Alpha)).Submissions);
        Assert.Equal(name, found.BlobName);
        Assert.Equal(TimelinessVerdict.OnTime, found.Judgement.Verdict);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Crash_Between_The_Start_On_Record_And_The_Process_Is_Mended_By_The_Sweep()
    {
        await using var scenario = Scenario.Create();
        scenario.Faults.After = call =>
        {
            if (call.Key == "started in small")
            {
                throw new IOException("The program stopped here.");
            }
        };
        await Assert.ThrowsAsync<IOException>(() => scenario.StartCycleAsync("tester"));
        scenario.Faults.After = _ => { };
        await scenario.SettleAsync();
        Assert.Empty(scenario.Sent);

        await scenario.SweepAsync();

        Assert.Equal(["request-1-0"], scenario.MailsAbout(scenario.Alpha));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_File_Where_Nobody_Was_Permitted_To_Put_One_Is_Not_Recorded()
    {
        await using var scenario = await Scenario.StartAsync();
        var stranger = $"small/alpha/r1/1/{new string('0', 24)}";

        await scenario.FinishSlowUploadAsync(stranger);
        var entry = await scenario.NoticeAsync(stranger);
        await scenario
            .World.Get<Sweep>()
            .LookAtEverythingAsync(scenario.World.Client, Scenario.Cancel);

        Assert.Null(entry);
        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Submissions);
        await scenario.AssertSoundAsync();
    }
}
