using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;

namespace ProgramReview.Workflow.Tests;

/// <summary>Rounds by other rules than a number of approvals.</summary>
public sealed class CommitteeTests
{
    private static ApprovalPlan InStages(ApprovalPlan plan) =>
        plan with
        {
            Stages =
            [
                new(["second", "third"]) { Quorum = 2, Rejections = 1 },
                new(["first"]) { Quorum = 1, Rejections = 1 },
            ],
        };

    [Fact]
    public async Task Who_Comes_Later_Hears_Of_A_Round_When_Those_Before_Have_Approved()
    {
        await using var scenario = await Scenario.InApprovalAsync(InStages);
        Assert.DoesNotContain(nameof(DecisionRequestLetter), await scenario.MailsToAsync("first"));
        Assert.Equal("decision-not-asked", await scenario.ApproveAsync("first"));

        await scenario.ApproveAsync("third");
        Assert.DoesNotContain(nameof(DecisionRequestLetter), await scenario.MailsToAsync("first"));
        await scenario.ToDayAsync(14);
        await scenario.ApproveAsync("second");
        await scenario.SettleAsync();

        var opened = Assert.Single(
            await scenario.EventsAsync<CycleEvent.StageOpened>(scenario.Cycle.Stream)
        );
        Assert.Equal(
            (1, 2, scenario.Day(14) + scenario.Plan.Plan.Approval.Closes),
            (opened.Round, opened.Stage, opened.Closes.Show(TimeZoneInfo.Utc))
        );
        Assert.Contains(nameof(DecisionRequestLetter), await scenario.MailsToAsync("first"));
        Assert.Null((await scenario.StateAsync()).Round(1)!.Outcome);

        Assert.Null(await scenario.ApproveAsync("first"));
        await scenario.SettleAsync();

        Assert.Equal(RoundOutcome.Approved, (await scenario.StateAsync()).Round(1)!.Outcome);
        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Stage_That_Rejects_Asks_Nobody_Else()
    {
        await using var scenario = await Scenario.InApprovalAsync(InStages);

        await scenario.DecideAsync("second", DecisionVerdict.Reject, "Not in this form.");
        await scenario.SettleAsync();

        Assert.Equal(CycleOutcome.Rejected, (await scenario.StateAsync()).End!.Outcome);
        Assert.DoesNotContain(nameof(DecisionRequestLetter), await scenario.MailsToAsync("first"));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task An_Undecided_Round_Stays_Open_Once_And_Who_Is_Silent_Hears_Of_It()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan =>
            plan with
            {
                OnTimeout = UndecidedRound.Extend,
            }
        );
        await scenario.ApproveAsync("first");
        var round = (await scenario.StateAsync()).Round(1)!;
        var closes = round.Closes.Show(TimeZoneInfo.Utc);
        await scenario.ToAsync(closes.AddSeconds(-1));
        var before = (await scenario.MailsToAsync("second")).Count;

        await scenario.ToAsync(closes);
        await scenario.SettleAsync();

        round = (await scenario.StateAsync()).Round(1)!;
        Assert.True(round.IsExtended);
        Assert.Equal(
            closes + scenario.Plan.Plan.Approval.Closes,
            round.Closes.Show(TimeZoneInfo.Utc)
        );
        Assert.Equal(before + 1, (await scenario.MailsToAsync("second")).Count);
        Assert.Equal(
            [nameof(DecisionRequestLetter), nameof(AnswerReceiptLetter)],
            await scenario.MailsToAsync("first")
        );

        await scenario.ToAsync(round.Closes.Show(TimeZoneInfo.Utc));
        await scenario.SettleAsync();

        Assert.Equal(RoundOutcome.Expired, (await scenario.StateAsync()).Round(1)!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Where_Silence_Rejects_The_Cycle_Ends_And_Says_So()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan =>
            plan with
            {
                OnTimeout = UndecidedRound.Reject,
            }
        );
        var closes = (await scenario.StateAsync()).Round(1)!.Closes.Show(TimeZoneInfo.Utc);

        await scenario.ToAsync(closes);
        await scenario.SettleAsync();

        var end = (await scenario.StateAsync()).End!;
        Assert.Equal(CycleOutcome.Rejected, end.Outcome);
        Assert.Contains("undecided", end.Reason, StringComparison.Ordinal);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Whoever_Sent_The_Consolidated_Report_Is_Not_Asked_About_It()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
        {
            var office = plan.Bodies[0];
            return plan with
            {
                Bodies = [office, .. plan.Bodies.Skip(1)],
                Approval = plan.Approval with
                {
                    // The office's officer sits on the committee too.
                    Approvers = [office.Contacts[0], .. plan.Approval.Approvers.Skip(1)],
                    SelfApproval = false,
                },
            };
        });
        await scenario.ReachApprovalAsync();
        var officer = scenario.Plan.Plan.Approval.Approvers[0].Id;

        Assert.Equal([officer], (await scenario.StateAsync()).Round(1)!.Barred);
        Assert.DoesNotContain(nameof(DecisionRequestLetter), await scenario.MailsToAsync(officer));
        Assert.Equal("decision-not-asked", await scenario.ApproveAsync(officer));
        await scenario.ApproveAsync("second");
        await scenario.ApproveAsync("third");
        await scenario.SettleAsync();
        Assert.Equal(RoundOutcome.Approved, (await scenario.StateAsync()).Round(1)!.Outcome);
        await scenario.AssertSoundAsync();
    }
}
