using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Operations;
using static ProgramReview.Local.Rehearsal.Plans.SmallPlan;

namespace ProgramReview.Workflow.Tests;

/// <summary>Rounds in which somebody else answers than the approver by their own link.</summary>
public sealed class SeatTests
{
    [Fact]
    public async Task A_Deputy_Is_Asked_When_Nobody_Answers_And_Decides_For_The_Seat()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan =>
            plan with
            {
                Deputies = [new("first", [Person("stand-in")])],
                EscalateAfter = TimeSpan.FromHours(30),
                Quorum = 3,
            }
        );
        var asked = (await scenario.StateAsync()).Round(1)!.AskedAt;
        await scenario.ApproveAsync("second");
        await scenario.ApproveAsync("third");
        Assert.Equal(
            "decision-not-entitled",
            await scenario.DecideSilentlyAsync("first", "stand-in")
        );

        await scenario.ToAsync(asked + TimeSpan.FromHours(30));
        await scenario.SettleAsync();

        var named = Assert.Single(
            await scenario.EventsAsync<CycleEvent.DeputyNamed>(scenario.Cycle.Stream)
        );
        Assert.Equal(new CycleEvent.DeputyNamed(1, "first", "stand-in", By: null), named);
        Assert.Contains(nameof(DeputyRequestLetter), await scenario.MailsToAsync("stand-in"));
        Assert.Contains(nameof(DeputyNamedLetter), await scenario.MailsToAsync("first"));
        Assert.Contains(nameof(DeputyNamedLetter), await scenario.MailsToAsync("operations"));

        Assert.Null(await scenario.DecideSilentlyAsync("first", "stand-in"));
        await scenario.SettleAsync();
        var round = (await scenario.StateAsync()).Round(1)!;
        Assert.Equal(RoundOutcome.Approved, round.Outcome);
        Assert.Equal("stand-in", round.AnswerOf("first")!.Person);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Session_Ends_A_Round_Once_A_Colleague_Confirmed_And_The_Time_To_Object_Is_Over()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan => plan);
        var order = await MeetAsync(scenario, "first", "second");
        Assert.Contains(nameof(MeetingRecordedLetter), await scenario.MailsToAsync("first"));
        Assert.Contains(nameof(MeetingRecordedLetter), await scenario.MailsToAsync("third"));

        Assert.Equal("seats-same-operator", await ConfirmAsync(scenario, order, "Lan"));
        Assert.Null(await ConfirmAsync(scenario, order, "Minh"));
        var counts = (await scenario.StateAsync()).SeatOrders[0].CountsFrom!.Value;
        await scenario.ToAsync(counts.AddSeconds(-1));
        await scenario.SettleAsync();
        Assert.Null((await scenario.StateAsync()).Round(1)!.Outcome);

        await scenario.ToAsync(counts);
        await scenario.SettleAsync();
        Assert.Equal(RoundOutcome.Approved, (await scenario.StateAsync()).Round(1)!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Forged_Session_Comes_To_Nothing_Where_Those_Concerned_Object()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan => plan);
        var order = await MeetAsync(scenario, "first", "second");
        Assert.Null(await ConfirmAsync(scenario, order, "Minh"));

        Assert.Null(await ObjectAsync(scenario, order, "first"));
        await scenario.ToAsync(scenario.World.Clock.GetUtcNow().AddHours(48));
        await scenario.SettleAsync();

        var round = (await scenario.StateAsync()).Round(1)!;
        Assert.Null(round.Outcome);
        Assert.Null(round.AnswerOf("first"));
        Assert.Contains(nameof(SeatObjectedLetter), await scenario.MailsToAsync("operations"));
        Assert.Null(await scenario.ApproveAsync("first"));
    }

    [Fact]
    public async Task Whoever_Was_Put_Into_A_Seat_Counts_When_Nobody_Objected()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan => plan);
        await scenario.ApproveAsync("second");
        var order = await CommandAsync(
            scenario,
            "put-in",
            new Command.ReplaceApprover(
                "first",
                "The new first",
                "new-first@small.example",
                Language.En,
                "Lan",
                "Lan",
                "Retired"
            )
        );
        Assert.Contains(nameof(SeatTakenLetter), await scenario.MailsToAsync("first-2"));
        Assert.Equal("decision-not-entitled", await scenario.ApproveAsync("first"));
        Assert.Null(await scenario.DecideSilentlyAsync("first", "first-2"));
        Assert.Null(await ConfirmAsync(scenario, order.Sequence, "Minh"));
        await scenario.SettleAsync();
        Assert.Null((await scenario.StateAsync()).Round(1)!.Outcome);

        await scenario.ToAsync((await scenario.StateAsync()).SeatOrders[0].CountsFrom!.Value);
        await scenario.SettleAsync();
        Assert.Equal(RoundOutcome.Approved, (await scenario.StateAsync()).Round(1)!.Outcome);
    }

    private static async Task<long> MeetAsync(Scenario scenario, params string[] seats)
    {
        var round = (await scenario.StateAsync()).Round(1)!;
        var entry = await CommandAsync(
            scenario,
            "session",
            new Command.RecordMeeting(
                1,
                round.DossierHash,
                scenario.World.Clock.GetUtcNow(),
                [.. seats.Select(seat => new MeetingAnswer(seat, DecisionVerdict.Approve))],
                "minutes.pdf",
                "Lan",
                "Lan",
                "In session"
            ),
            [1, 2, 3]
        );
        return entry.Sequence;
    }

    private static async Task<Entry> CommandAsync(
        Scenario scenario,
        string id,
        Command command,
        byte[]? file = null
    ) =>
        Assert
            .IsType<CommandAnswer.Done>(
                await scenario.Pages.CommandAsync(
                    scenario.Cycle,
                    id,
                    command,
                    file,
                    TestContext.Current.CancellationToken
                )
            )
            .Entry;

    private static async Task<string?> ConfirmAsync(Scenario scenario, long order, string account)
    {
        var answer = await scenario.Pages.CommandAsync(
            scenario.Cycle,
            $"confirm-{account.ToLowerInvariant()}",
            new Command.ConfirmSeats(order, account, "Minh", "Read the minutes"),
            null,
            TestContext.Current.CancellationToken
        );
        return (answer as CommandAnswer.Refused)?.Why.Code;
    }

    private static async Task<string?> ObjectAsync(Scenario scenario, long order, string person) =>
        (
            await scenario
                .World.Get<ObjectionRecorder>()
                .ObjectAsync(
                    scenario.World.Client,
                    (
                        await scenario.Pages.FindAsync(
                            scenario.Cycle,
                            TestContext.Current.CancellationToken
                        )
                    )!,
                    new CycleEvent.SeatObjected(order, person, person, "I was not there."),
                    new StepProof((_, _) => null),
                    TestContext.Current.CancellationToken
                )
        )?.Code;
}
