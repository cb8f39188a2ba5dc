using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Workflow.Tests;

/// <summary>What becomes known too late for a dossier makes it void, at whatever moment it comes, and nothing is decided on it.</summary>
public sealed class LateTruthTests
{
    private const string Minh = "Minh";

    private static readonly Command.Exempt Exempt = new(Minh, "The body was merged");

    [Fact]
    public async Task Whoever_Had_Answered_Is_Told_And_Asked_Anew_About_The_New_Dossier()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync(scenario.Beta);
        Assert.Null(await scenario.ApproveAsync("first"));

        await scenario.DecideAsync(scenario.Beta, Exempt);

        var voided = Assert.Single(
            await scenario.EventsAsync<CycleEvent.RoundVoided>(scenario.Cycle.Stream)
        );
        Assert.Equal(
            (1, VoidingCause.Exempted, scenario.Beta, Minh, "The body was merged"),
            (voided.Round, voided.Cause, voided.Assignment, voided.By, voided.Reason)
        );
        Assert.Equal("decision-round-voided", await scenario.ApproveAsync("second"));
        Assert.Equal(
            [nameof(DecisionRequestLetter), nameof(RoundVoidedLetter)],
            await scenario.MailsToAsync("first")
        );
        Assert.Equal([nameof(DecisionRequestLetter)], await scenario.MailsToAsync("second"));
        Assert.Single((await scenario.StateAsync()).Dossiers);

        await scenario.ToAsync(scenario.Now + Voiding.Settling);

        Assert.Equal(
            AssignmentPhase.Exempt,
            (await scenario.DossierAsync(2))
                .Reports.Single(report => report.Assignment == scenario.Beta)
                .Phase
        );
        var asked = scenario.Sent.Last(mail =>
            mail.Id.EndsWith("~first", StringComparison.Ordinal)
        );
        Assert.Contains("What changed since you answered:", asked.Text, StringComparison.Ordinal);
        Assert.Contains("New: the body is exempt", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "What changed since you answered:",
            scenario.Sent.Last(mail => mail.Id.EndsWith("~second", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal
        );
        Assert.Null(await scenario.ApproveAsync("second", round: 2));
        Assert.Null(await scenario.ApproveAsync("third", round: 2));
        await AssertPublishedAsync(scenario, round: 2);
    }

    [Fact]
    public async Task Orders_That_Belong_Together_Make_One_Dossier_Void()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync(scenario.Beta, scenario.Gamma);

        await scenario.DecideAsync(scenario.Beta, Exempt);
        await scenario.ToAsync(scenario.Now.AddMinutes(14));
        await scenario.DecideAsync(scenario.Gamma, Exempt);
        await scenario.ToAsync(scenario.Now.AddMinutes(1));

        var state = await scenario.StateAsync();
        Assert.Equal([1], state.Voidings.Keys);
        Assert.Equal(2, state.CurrentRound!.Number);
        Assert.Equal(
            2,
            (await scenario.DossierAsync(2)).Reports.Count(report => report.Exemption is not null)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task What_Does_Not_Change_What_Counts_Is_Taken_And_The_Round_Goes_On()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        Assert.Null(await scenario.ApproveAsync("first"));

        await scenario.DecideAsync(scenario.Alpha, new Command.ReissueLinks(Minh, "Lost phone"));
        Assert.Null(await scenario.ApproveAsync("second"));

        await AssertPublishedAsync(scenario, round: 1);
        Assert.Empty((await scenario.StateAsync()).Voidings);
    }

    [Fact]
    public async Task A_Report_That_Is_Sent_Back_Opens_Under_No_Dossier_And_Is_In_The_Next()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(Limit(scenario, 20), null, [], Minh, "No annex")
        );

        var entries = await scenario.EntriesAsync(scenario.Cycle.Stream);
        Assert.IsType<CycleEvent.RoundVoided>(entries[^2].Event);
        Assert.IsType<CycleEvent.Reopened>(entries[^1].Event);
        await scenario.ToDayAsync(15);
        Assert.Single((await scenario.StateAsync()).Dossiers);
        var mended = await scenario.UploadAsync(scenario.Alpha);
        Assert.Equal(
            mended.BlobName,
            (await scenario.DossierAsync(2))
                .Reports.Single(report => report.Assignment == scenario.Alpha)
                .Parts[0]
                .Counting!.BlobName
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_File_Whose_News_Was_Lost_Makes_The_Dossier_Void_Once_It_Is_Checked()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(4);
        var name = await scenario.PutSilentlyAsync(scenario.Beta);
        scenario.Faults.Before = call =>
        {
            if (call.Key.StartsWith($"submission-{name}", StringComparison.Ordinal))
            {
                throw new IOException("Storage cannot be reached.");
            }
        };
        // Its window ends without it, and the cycle goes on after three days.
        await scenario.ReachApprovalAsync(scenario.Beta);
        scenario.Faults.Before = _ => { };
        await scenario.ToDayAsync(14);
        if ((await scenario.StateAsync()).CurrentRound is null)
        {
            await scenario.ToDayAsync(18);
        }
        Assert.Equal(1, (await scenario.StateAsync()).RoundInForce);
        Assert.Null(await scenario.ApproveAsync("first"));

        await scenario.ReconcileAsync();

        var voided = Assert.Single((await scenario.StateAsync()).Voidings).Value.Event;
        Assert.Equal(
            (VoidingCause.Checked, scenario.Beta, null),
            (voided.Cause, voided.Assignment, voided.By)
        );
        await scenario.ReconcileAsync();
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        Assert.Equal(
            name,
            (await scenario.DossierAsync(2))
                .Reports.Single(report => report.Assignment == scenario.Beta)
                .Parts[0]
                .Counting!.BlobName
        );
        Assert.Contains(nameof(RoundVoidedLetter), await scenario.MailsToAsync("first"));
    }

    [Fact]
    public async Task A_Process_That_Dies_Between_The_Voiding_And_Its_Fact_Loses_Nothing()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync(scenario.Beta);
        scenario.Faults.Before = call =>
        {
            if (call.Key.StartsWith("command-one in ", StringComparison.Ordinal))
            {
                throw new IOException("The program stopped here.");
            }
        };
        await Assert.ThrowsAsync<IOException>(() =>
            scenario.PressAsync(scenario.Beta, Exempt, "one")
        );
        scenario.Faults.Before = _ => { };
        Assert.Null((await scenario.StateAsync(scenario.Beta)).Exemption);

        Assert.IsType<CommandAnswer.Done>(await scenario.PressAsync(scenario.Beta, Exempt, "one"));
        await scenario.ReconcileAsync();
        await scenario.ToAsync(scenario.Now + Voiding.Settling);

        Assert.NotNull(
            (await scenario.DossierAsync(2))
                .Reports.Single(report => report.Assignment == scenario.Beta)
                .Exemption
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task If_Nobody_Presses_Again_The_Round_Just_Goes_Again()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync(scenario.Beta);
        Assert.Null(await scenario.ApproveAsync("first"));
        scenario.Faults.Before = call =>
        {
            if (call.Key.StartsWith("command-one in ", StringComparison.Ordinal))
            {
                throw new IOException("The program stopped here.");
            }
        };
        await Assert.ThrowsAsync<IOException>(() =>
            scenario.PressAsync(scenario.Beta, Exempt, "one")
        );

        await scenario.ReconcileAsync();
        await scenario.ToAsync(scenario.Now + Voiding.Settling);

        Assert.Contains(nameof(RoundVoidedLetter), await scenario.MailsToAsync("first"));
        Assert.Equal(
            0,
            (
                await scenario
                    .World.Get<DossierComparison>()
                    .BetweenAsync(
                        (await scenario.DossierAsync(1)).Root,
                        (await scenario.DossierAsync(2)).Root,
                        Scenario.Cancel
                    )
            ).Count
        );
        Assert.Null(await scenario.ApproveAsync("second", round: 2));
        Assert.Null(await scenario.ApproveAsync("third", round: 2));
        await AssertPublishedAsync(scenario, round: 2);
    }

    // Between the look at the reports and the entry that the dossier is compiled; before and after the entry that the round opens; before the one that
    // it is approved, and before the one that it is published.
    [Theory]
    [InlineData("compiled-1")]
    [InlineData("round-opened-1")]
    [InlineData("round-ended-1")]
    [InlineData("published")]
    public async Task What_Comes_At_The_Very_Moment_Is_In_What_Is_Published(string key)
    {
        await using var scenario = await Scenario.StartAsync();
        var isDone = false;
        scenario.Faults.Before = call =>
        {
            if (!isDone && call.Key == $"{key} in {scenario.Cycle.Stream}")
            {
                isDone = true;
                Assert.IsType<CommandAnswer.Done>(
                    scenario
                        .Pages.CommandAsync(scenario.Beta, "one", Exempt, Scenario.Cancel)
                        .GetAwaiter()
                        .GetResult()
                );
            }
        };
        await scenario.ReachApprovalAsync(scenario.Beta);
        await ApproveAllAsync(scenario);
        Assert.True(isDone);
        await scenario.ReconcileAsync();
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        await ApproveAllAsync(scenario);

        var state = await scenario.StateAsync();
        Assert.Equal(CycleOutcome.Published, state.End?.Outcome);
        Assert.NotNull(
            (await scenario.DossierAsync(state.Dossiers.Keys.Max()))
                .Reports.Single(report => report.Assignment == scenario.Beta)
                .Exemption
        );
        Assert.Equal(state.Dossiers[state.Dossiers.Keys.Max()], state.Publication!.DossierHash);
        await scenario.AssertSoundAsync();
    }

    // Whoever writes it looked at the cycle before the dossier was compiled, and dies right after it wrote.
    [Fact]
    public async Task What_Was_Held_Up_Over_A_Whole_Compiling_And_Died_Is_Found_Before_The_Approval()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync(scenario.Beta);
        Assert.Null(await scenario.ApproveAsync("first"));
        await scenario.WriteFactAloneAsync(
            scenario.Beta,
            new AssignmentEvent.Exempted(Minh, "Merged")
        );

        Assert.Null(await scenario.ApproveAsync("second"));

        var state = await scenario.StateAsync();
        Assert.Equal(RoundOutcome.Voided, state.OutcomeOf(1));
        Assert.Null(state.Publication);
        Assert.Equal(VoidingCause.Exempted, state.Voidings[1].Event.Cause);
    }

    [Fact]
    public async Task The_Page_Of_A_Void_Round_Says_Why_And_Shows_The_Former_Answer()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync(scenario.Beta);
        Assert.Null(await scenario.ApproveAsync("third"));
        await scenario.DecideAsync(scenario.Beta, Exempt);

        var page = await DecisionPageAsync(scenario, "1");

        Assert.Contains("does not hold any more", page, StringComparison.Ordinal);
        Assert.Contains("the body was exempted", page, StringComparison.Ordinal);
        Assert.Contains("The body was merged", page, StringComparison.Ordinal);
        Assert.Contains("Your former answer", page, StringComparison.Ordinal);
        Assert.NotNull((await scenario.StatusAsync()).Round!.Voided);
    }

    private static async Task<string> DecisionPageAsync(Scenario scenario, string round) =>
        (
            await scenario
                .World.Get<DecisionView>()
                .ShowAsync(
                    Scenario.Look,
                    await scenario.HeldLinkAsync(round, LinkPurpose.Decide),
                    answer: null,
                    Scenario.Cancel
                )
        ).Html;

    private static async Task ApproveAllAsync(Scenario scenario)
    {
        var round = (await scenario.StateAsync()).Dossiers.Keys.Max();
        foreach (var approver in new[] { "first", "second", "third" })
        {
            await scenario.ApproveAsync(approver, round);
        }
    }

    private static async Task AssertPublishedAsync(Scenario scenario, int round)
    {
        var state = await scenario.StateAsync();
        Assert.Equal(CycleOutcome.Published, state.End?.Outcome);
        Assert.Equal(state.Dossiers[round], state.Publication!.DossierHash);
        await scenario.AssertSoundAsync();
    }

    private static Deadline Limit(Scenario scenario, double day) => Deadline.At(scenario.Day(day));
}
