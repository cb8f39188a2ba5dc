using ProgramReview.Core.Events;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Status;

namespace ProgramReview.Workflow.Tests;

public sealed class ExpiryTests
{
    [Fact]
    public async Task An_Expired_Round_Waits_For_Operations()
    {
        await using var scenario = await ExpiredAsync();

        await scenario.ToDayAsync(40);
        await scenario.SettleAsync();

        Assert.Equal(RoundOutcome.Expired, (await scenario.StateAsync()).Round(1)!.Outcome);
        Assert.Equal([nameof(RoundExpiredLetter)], await scenario.MailsToAsync("operations"));
        Assert.Contains(
            await scenario.AlarmsAsync(),
            alarm => alarm.Kind == StatusAlarmKind.WaitingForPerson
        );
        Assert.Equal("decision-round-over", await scenario.ApproveAsync("third"));
        Assert.Null((await scenario.StateAsync()).End);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Asking_Again_Opens_A_Second_Round_In_Which_Everybody_Decides_Anew()
    {
        await using var scenario = await ExpiredAsync();

        await scenario.ChooseSilentlyAsync(1, NextStep.AskAgain);
        await scenario.World.Client.WakeAsync(scenario.Cycle.InstanceId, Scenario.Cancel);
        await scenario.SettleAsync();

        Assert.Empty((await scenario.StateAsync()).Round(2)!.Decisions);
        await scenario.ApproveAsync("first", round: 2);
        await scenario.ApproveAsync("second", round: 2);
        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Theory]
    [InlineData(NextStep.End)]
    [InlineData(NextStep.AskAgain)]
    public async Task A_Choice_Whose_Ring_Was_Lost_Is_Found_By_The_Sweep(NextStep step)
    {
        await using var scenario = await ExpiredAsync();

        await scenario.ChooseSilentlyAsync(1, step);
        await scenario.SettleAsync();
        Assert.Single((await scenario.StateAsync()).Rounds);
        Assert.Null((await scenario.StateAsync()).End);
        await scenario.ReconcileAsync();

        var state = await scenario.StateAsync();
        Assert.Equal(step == NextStep.AskAgain ? 2 : 1, state.Rounds.Count);
        Assert.Equal(
            step == NextStep.End
                ? new CycleEvent.Ended(CycleOutcome.Stopped, "Agreed by telephone")
                : null,
            state.End
        );
        await scenario.AssertSoundAsync();
    }

    private static async Task<Scenario> ExpiredAsync()
    {
        var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        await scenario.ApproveAsync("first");
        await scenario.ToDayAsync(17);
        return scenario;
    }
}
