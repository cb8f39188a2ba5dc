using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Workflow.Tests;

public sealed class ApprovalTests
{
    [Fact]
    public async Task A_Quorum_Publishes_And_Everybody_Hears_Of_It_Once()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();

        await scenario.ApproveAsync("first");
        Assert.Null((await scenario.StateAsync()).End);
        await scenario.ToDayAsync(15);
        await scenario.SettleAsync();
        await scenario.ApproveAsync("third");

        var state = await scenario.StateAsync();
        Assert.Equal(RoundOutcome.Approved, state.Round(1)!.Outcome);
        Assert.Equal(CycleOutcome.Published, state.End!.Outcome);
        Assert.Equal(
            [nameof(DecisionRequestLetter), nameof(AnswerReceiptLetter), nameof(PublishedLetter)],
            await scenario.MailsToAsync("first")
        );
        Assert.Equal(
            [
                nameof(DecisionRequestLetter),
                nameof(DecisionReminderLetter),
                nameof(PublishedLetter),
            ],
            await scenario.MailsToAsync("second")
        );
        Assert.Equal([nameof(PublishedLetter)], await scenario.MailsToAsync("operations"));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task What_Holds_Up_A_Round_Is_Told_On_The_Status_Page_And_On_The_Rounds_Own()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Approval = plan.Approval with { Quorum = 3, Rejections = 2 },
            }
        );
        await scenario.ReachApprovalAsync();
        Assert.DoesNotContain(
            "notice-bad",
            await RoundPageAsync(scenario),
            StringComparison.Ordinal
        );
        await scenario.DecideAsync("second", DecisionVerdict.Reject, "Not in this form.");
        var round = scenario.Cycle.ApprovalInstanceId(1);
        await scenario.World.Client.TerminateInstanceAsync(round, Scenario.Cancel);
        await scenario.SettleAsync();
        var failedAt = scenario.Now;
        await scenario.ReconcileAsync();
        await scenario.ToAsync(scenario.Now.AddHours(2));

        var page = await RoundPageAsync(scenario);

        var kinds = (await scenario.AlarmsAsync()).ToDictionary(alarm => alarm.Kind);
        Assert.Equal(
            [StatusAlarmKind.ProcessFailed, StatusAlarmKind.ApprovalOutOfReach],
            kinds.Keys.Order()
        );
        Assert.Equal(failedAt, kinds[StatusAlarmKind.ProcessFailed].At);
        Assert.Contains("Approval is out of reach", page, StringComparison.Ordinal);
        Assert.Contains($"{round}: ", page, StringComparison.Ordinal);
        Assert.IsType<CommandAnswer.Done>(await scenario.RetryAsync(round));
        var mended = await RoundPageAsync(scenario);
        Assert.DoesNotContain($"{round}: ", mended, StringComparison.Ordinal);
        Assert.Contains("Approval is out of reach", mended, StringComparison.Ordinal);
    }

    private static async Task<string> RoundPageAsync(Scenario scenario)
    {
        var function = ActivatorUtilities.CreateInstance<RoundDossierFunction>(
            scenario.World.Get<IServiceProvider>()
        );
        var page = await function.RunAsync(
            Scenario.Look,
            scenario.Cycle.ToString(),
            "dossier",
            file: null,
            Scenario.Cancel
        );
        return WebUtility.HtmlDecode(((PageResult)page).Html);
    }

    [Fact]
    public async Task A_Rejection_Ends_The_Cycle_With_Its_Reason()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();

        await scenario.DecideAsync("second", DecisionVerdict.Reject, "Not in this form.");

        var state = await scenario.StateAsync();
        Assert.Equal(RoundOutcome.Rejected, state.Round(1)!.Outcome);
        Assert.Equal(new CycleEvent.Ended(CycleOutcome.Rejected, "Not in this form."), state.End);
        Assert.Null(state.Publication);
        foreach (var person in new[] { "alpha-officer", "first", "second", "operations" })
        {
            Assert.Equal(nameof(EndedLetter), (await scenario.MailsToAsync(person))[^1]);
        }
        Assert.Contains("Not in this form.", scenario.Sent[^1].Text, StringComparison.Ordinal);
        Assert.Null(scenario.World.Engine.NextDue);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task The_Same_Decision_Twice_Is_One_Fact()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();

        Assert.Null(await scenario.ApproveAsync("first"));
        Assert.Null(await scenario.ApproveAsync("first"));

        Assert.Single(await scenario.EventsAsync<CycleEvent.Decided>(scenario.Cycle.Stream));
        Assert.Null((await scenario.StateAsync()).Round(1)!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Approvers_Who_Decide_At_Once_Are_All_On_Record_In_One_Chain()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Approval = plan.Approval with { Quorum = 3 },
            }
        );
        await scenario.ReachApprovalAsync();

        using var start = new Barrier(3);
        var refusals = await Task.WhenAll(
            scenario.Plan.Plan.Approval.Approvers.Select(person =>
                Task.Run(
                    async () =>
                    {
                        start.SignalAndWait(Scenario.Cancel);
                        return await scenario.DecideSilentlyAsync(person.Id);
                    },
                    Scenario.Cancel
                )
            )
        );
        await scenario.SettleAsync();

        Assert.All(refusals, Assert.Null);
        Assert.Equal(
            ["first", "second", "third"],
            (await scenario.EventsAsync<CycleEvent.Decided>(scenario.Cycle.Stream))
                .Select(decided => decided.Approver)
                .Order()
        );
        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Starting_A_Running_Cycle_Again_Finds_The_First_Start()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(1);

        var again = await scenario.StartCycleAsync("somebody else");
        await scenario.SettleAsync();

        Assert.False(again.IsNew);
        Assert.Equal("tester", ((CycleEvent.Started)again.Entry.Event).By);
        Assert.Equal(scenario.Day(0), again.Entry.RecordedAt);
        var process = await scenario.World.Client.GetInstanceAsync(
            scenario.Cycle.InstanceId,
            Scenario.Cancel
        );
        Assert.Equal(scenario.Day(0), process!.CreatedAt);
        Assert.Equal(["request-1-0"], scenario.MailsAbout(scenario.Alpha));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Decision_Whose_Ring_Was_Lost_Is_Found_By_The_Sweep()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();

        await scenario.WriteApprovalSilentlyAsync("first");
        await scenario.WriteApprovalSilentlyAsync("second");
        await scenario.SettleAsync();
        Assert.Null((await scenario.StateAsync()).End);
        await scenario.ReconcileAsync();

        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End!.Outcome);
        await scenario.AssertSoundAsync();
    }
}
