using System.Text.RegularExpressions;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Workflow.Tests;

public sealed class ReconcilerTests
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
        await scenario.ReconcileAsync();
        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Submissions);

        await scenario
            .World.Get<DailyReconciler>()
            .LookAsync(scenario.World.Client, Scenario.Cancel);

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

        await scenario.ReconcileAsync();

        Assert.Equal(["request-1-0"], scenario.MailsAbout(scenario.Alpha));
        await scenario.AssertSoundAsync();
    }

    [Theory]
    [InlineData(6)]
    [InlineData(14)]
    public async Task A_Cycle_Whose_Processes_Were_All_Lost_Goes_On_From_The_Record(
        double lostOnDay
    )
    {
        await using var undisturbed = await Scenario.StartAsync();
        await undisturbed.ReachApprovalAsync();
        await ApproveAsync(undisturbed);

        await using var scenario = await Scenario.StartAsync();
        foreach (var assignment in new[] { scenario.Alpha, scenario.Beta, scenario.Gamma })
        {
            await scenario.UploadAsync(assignment);
        }
        if (lostOnDay < 9)
        {
            await LoseAllProcessesAsync(scenario, lostOnDay);
        }
        await scenario.ToDayAsync(9);
        await scenario.UploadAsync(scenario.Consolidated);
        await scenario.ToDayAsync(14);
        if (lostOnDay > 9)
        {
            await LoseAllProcessesAsync(scenario, lostOnDay);
        }
        await ApproveAsync(scenario);

        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End?.Outcome);
        Assert.Equal(OccasionsOf(undisturbed), OccasionsOf(scenario));
        await scenario.AssertSoundAsync();
    }

    // A confirmation is named after its permission, which is drawn by chance.
    private static IEnumerable<string> OccasionsOf(Scenario scenario) =>
        scenario
            .Sent.Select(mail => Regex.Replace(mail.Id, "received-[0-9a-f]+", "received"))
            .Order(StringComparer.Ordinal);

    private static async Task LoseAllProcessesAsync(Scenario scenario, double day)
    {
        await scenario.ToDayAsync(day);
        await scenario.SettleAsync();
        await scenario.World.ReopenAsync(new Local.Engine.MemoryEngineStore());
        await scenario.ReconcileAsync();
    }

    private static async Task ApproveAsync(Scenario scenario)
    {
        foreach (
            var approver in scenario.Plan.Plan.Approval.Approvers.Take(
                scenario.Plan.Plan.Approval.Quorum.Number
            )
        )
        {
            await scenario.ApproveAsync(approver.Id);
        }
        await scenario.SettleAsync();
    }

    [Fact]
    public async Task A_File_Where_Nobody_Was_Permitted_To_Put_One_Is_Not_Recorded()
    {
        await using var scenario = await Scenario.StartAsync();
        var stranger = $"small/alpha/r1/1/{new string('0', 24)}";

        await scenario.FinishSlowUploadAsync(stranger);
        var entry = await scenario.NoticeAsync(stranger);
        await scenario
            .World.Get<DailyReconciler>()
            .LookAsync(scenario.World.Client, Scenario.Cancel);

        Assert.Null(entry);
        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Submissions);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Process_That_Is_Over_While_The_Cycle_Runs_Is_Shown_To_Operations()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.World.Client.TerminateInstanceAsync(
            scenario.Cycle.InstanceId,
            Scenario.Cancel
        );
        await scenario.SettleAsync();

        await scenario.ReconcileAsync();
        await scenario.ReconcileAsync();

        var failure = Assert.Single((await scenario.StateAsync()).Failures);
        Assert.Equal(scenario.Cycle.InstanceId, failure.Instance);
        Assert.Contains(
            await scenario.AlarmsAsync(),
            alarm => alarm.Kind == StatusAlarmKind.ProcessFailed
        );
    }

    [Fact]
    public async Task One_Blob_That_Cannot_Be_Recorded_Does_Not_Keep_The_Others_From_Being_Found()
    {
        await using var scenario = await Scenario.StartAsync();
        var first = await scenario.PutSilentlyAsync(scenario.Alpha);
        await scenario.PutSilentlyAsync(scenario.Beta);
        scenario.Faults.Before = call =>
        {
            if (call.Key.StartsWith($"submission-{first}", StringComparison.Ordinal))
            {
                throw new IOException("Storage cannot write it.");
            }
        };

        await Assert.ThrowsAsync<AggregateException>(scenario.ReconcileAsync);

        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Submissions);
        Assert.Single((await scenario.StateAsync(scenario.Beta)).Submissions);
        scenario.Faults.Before = _ => { };
        await scenario.ReconcileAsync();
        Assert.Single((await scenario.StateAsync(scenario.Alpha)).Submissions);
    }
}
