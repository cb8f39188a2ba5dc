using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Publishing;

namespace ProgramReview.Workflow.Tests;

/// <summary>What becomes known after a publication opens an edition, which is decided about like the first; what is published never changes.</summary>
public sealed class EditionTests
{
    private const string Minh = "Minh";

    private static readonly string[] Approvers = ["first", "second", "third"];

    private static readonly Command.Exempt Exempt = new(Minh, "The body was merged");

    [Fact]
    public async Task Late_Truth_Is_Compiled_Approved_And_Published_Beside_The_First()
    {
        await using var scenario = await PublishedAsync();
        var first = (await scenario.StateAsync()).Publication!;

        await scenario.DecideAsync(scenario.Beta, Exempt);

        var entries = await scenario.EntriesAsync(scenario.Cycle.Stream);
        var opened = entries.Select(entry => entry.Event).OfType<CycleEvent.EditionOpened>();
        Assert.Equal(
            (
                2,
                first.DossierHash,
                VoidingCause.Exempted,
                scenario.Beta,
                Minh,
                "The body was merged"
            ),
            opened
                .Select(one =>
                    (one.Number, one.DossierHash, one.Cause, one.Assignment, one.By, one.Reason)
                )
                .Single()
        );
        Assert.Single((await scenario.StateAsync()).Dossiers);
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        await ApproveAllAsync(scenario);

        var state = await scenario.StateAsync();
        Assert.Equal(
            [(1, 1, first.DossierHash), (2, 2, state.Dossiers[2])],
            state.Publications.Select(one => (one.Edition, one.Round, one.DossierHash))
        );
        Assert.NotNull(
            (await scenario.DossierAsync(2))
                .Reports.Single(report => report.Assignment == scenario.Beta)
                .Exemption
        );
        Assert.Null(state.End);
        await AssertEndsAsync(scenario, first.OpenUntil);
    }

    [Fact]
    public async Task Everybody_Who_Got_The_First_Is_Told_Once_What_Changed()
    {
        await using var scenario = await PublishedAsync();

        await scenario.DecideAsync(scenario.Beta, Exempt);
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        await ApproveAllAsync(scenario);
        await scenario.ReconcileAsync();

        foreach (var person in CycleMails.Recipients(scenario.Plan))
        {
            var letters = scenario
                .Sent.Where(mail => mail.Id.EndsWith($"~{person}", StringComparison.Ordinal))
                .ToList();
            Assert.Single(
                letters,
                mail => mail.Id.Contains("~published~", StringComparison.Ordinal)
            );
            Assert.Single(
                letters,
                mail => mail.Id.Contains("~edition-2~", StringComparison.Ordinal)
            );
        }
        Assert.Contains(
            "New: the body is exempt",
            scenario
                .Sent.Single(mail => mail.Id.EndsWith("~edition-2~first", StringComparison.Ordinal))
                .Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Orders_That_Belong_Together_Open_One_Edition_And_Later_Ones_The_Next()
    {
        await using var scenario = await PublishedAsync();

        await scenario.DecideAsync(scenario.Beta, Exempt);
        await scenario.DecideAsync(scenario.Gamma, Exempt);
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        await ApproveAllAsync(scenario);
        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(InDays(scenario, 1), null, [], Minh, "No annex")
        );
        await scenario.ToAsync(scenario.Now.AddDays(2));
        await ApproveAllAsync(scenario);

        var state = await scenario.StateAsync();
        Assert.Equal([1, 2, 3], state.Publications.Select(one => one.Edition));
        await AssertEndsAsync(scenario, state.Publications[0].OpenUntil);
    }

    [Fact]
    public async Task What_Comes_While_An_Edition_Is_Decided_About_Makes_Its_Dossier_Void()
    {
        await using var scenario = await PublishedAsync();
        await scenario.DecideAsync(scenario.Beta, Exempt);
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        Assert.Null(await scenario.ApproveAsync("first", round: 2));

        await scenario.DecideAsync(scenario.Gamma, Exempt);

        Assert.Equal(RoundOutcome.Voided, (await scenario.StateAsync()).OutcomeOf(2));
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        await ApproveAllAsync(scenario);
        var state = await scenario.StateAsync();
        Assert.Equal((2, 3), (state.Publication!.Edition, state.Publication.Round));
        Assert.Single(state.Editions);
        await AssertEndsAsync(scenario, state.Publication.OpenUntil);
    }

    [Fact]
    public async Task A_Report_That_Is_Asked_For_Again_Is_In_The_Edition()
    {
        await using var scenario = await PublishedAsync();

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(InDays(scenario, 2), null, [], Minh, "No annex")
        );

        var entries = await scenario.EntriesAsync(scenario.Cycle.Stream);
        Assert.IsType<CycleEvent.EditionOpened>(entries[^2].Event);
        Assert.IsType<CycleEvent.Reopened>(entries[^1].Event);
        var mended = await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToAsync(scenario.Now.AddDays(3));
        Assert.Equal(
            mended.BlobName,
            (await scenario.DossierAsync(2))
                .Reports.Single(report => report.Assignment == scenario.Alpha)
                .Parts[0]
                .Counting!.BlobName
        );
        await ApproveAllAsync(scenario);
        var published = (await scenario.StateAsync()).Publication!;
        Assert.Equal(2, published.Edition);
        await AssertEndsAsync(scenario, published.OpenUntil);
    }

    [Fact]
    public async Task An_Edition_That_Is_Rejected_Leaves_The_Published_One_And_The_Next_Has_Its_Own_Number()
    {
        await using var scenario = await PublishedAsync();
        await scenario.DecideAsync(scenario.Beta, Exempt);
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        foreach (var approver in Approvers)
        {
            await scenario.DecideAsync(approver, DecisionVerdict.Reject, "No", round: 2);
        }
        var turned = await scenario.StateAsync();
        Assert.Equal(RoundOutcome.Rejected, turned.OutcomeOf(2));
        Assert.Equal(
            (1, null, null),
            (turned.Publication!.Edition, turned.EditionAtWork, turned.End)
        );

        await scenario.DecideAsync(scenario.Gamma, Exempt);
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        await ApproveAllAsync(scenario);

        var state = await scenario.StateAsync();
        Assert.Equal([(1, 1), (3, 3)], state.Publications.Select(one => (one.Edition, one.Round)));
        await AssertEndsAsync(scenario, state.Publication!.OpenUntil);
    }

    [Fact]
    public async Task An_Edition_That_Expires_Is_Given_Up_By_A_Person_And_The_Cycle_Ends_As_It_Would()
    {
        await using var scenario = await PublishedAsync();
        await scenario.DecideAsync(scenario.Beta, Exempt);
        await scenario.ToAsync(
            scenario.Now + Voiding.Settling + scenario.Plan.Plan.Approval.Closes
        );
        Assert.Equal(RoundOutcome.Expired, (await scenario.StateAsync()).OutcomeOf(2));

        await scenario.ChooseSilentlyAsync(2, NextStep.End);
        await scenario.ReconcileAsync();

        var state = await scenario.StateAsync();
        Assert.Equal((1, null), (state.Publication!.Edition, state.EditionAtWork));
        await AssertEndsAsync(scenario, state.Publication.OpenUntil);
    }

    [Fact]
    public async Task While_Nothing_Comes_Nobody_Rings()
    {
        await using var scenario = await PublishedAsync();
        // Rung once more at the end of the letters, it looks a few times by itself.
        await scenario.ToAsync(scenario.Now.AddMinutes(10));
        var due = scenario.World.Engine.NextDue;

        for (var look = 0; look < 10; look++)
        {
            await scenario.ToAsync(scenario.Now.AddMinutes(5));
            await scenario.ReconcileAsync();
        }

        Assert.Equal(due, scenario.World.Engine.NextDue);
    }

    [Fact]
    public async Task After_The_End_No_Edition_Opens()
    {
        await using var scenario = await PublishedAsync();
        await AssertEndsAsync(scenario, (await scenario.StateAsync()).Publication!.OpenUntil);

        var refused = Assert.IsType<CommandAnswer.Refused>(
            await scenario.PressAsync(scenario.Beta, Exempt, "late")
        );

        Assert.Equal("cycle-ended", refused.Why.Code);
        Assert.Empty((await scenario.StateAsync()).Editions);
    }

    [Fact]
    public async Task A_Person_Ends_It_Before_Its_Time_And_What_Is_Published_Stays()
    {
        await using var scenario = await PublishedAsync();

        Assert.IsType<CommandAnswer.Done>(await scenario.StopAsync(Minh, "The congress is over"));

        var state = await scenario.StateAsync();
        Assert.Equal((CycleOutcome.Published, Minh), (state.End?.Outcome, state.End?.By));
        Assert.Empty(await scenario.LiveInstancesAsync());
        Assert.Empty(state.OpenOrders);
        Assert.DoesNotContain(
            scenario.Sent,
            mail => mail.Id.Contains("~ended~", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_A_Word_In_The_Plan_The_Cycle_Ends_With_The_Publication()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync(scenario.Beta);
        await ApproveAllAsync(scenario);

        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End?.Outcome);
        Assert.Equal(
            "cycle-ended",
            Assert
                .IsType<CommandAnswer.Refused>(
                    await scenario.PressAsync(scenario.Beta, Exempt, "late")
                )
                .Why.Code
        );
    }

    // Whoever writes it looked at the cycle before the dossier was compiled, and dies right after it wrote, when all is published.
    [Fact]
    public async Task What_Was_Held_Up_Over_The_Whole_Approval_And_Died_Is_Found_Before_The_End()
    {
        await using var scenario = await PublishedAsync();
        var until = (await scenario.StateAsync()).Publication!.OpenUntil;
        await scenario.WriteFactAloneAsync(
            scenario.Beta,
            new AssignmentEvent.Exempted(Minh, "Merged")
        );

        await scenario.ToAsync(until!.Value.Show(TimeZoneInfo.Utc));
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        await ApproveAllAsync(scenario);

        var state = await scenario.StateAsync();
        Assert.Equal(2, state.Publication!.Edition);
        await AssertEndsAsync(scenario, until);
    }

    // Just before the entry of the publication, right behind it, and just before the one that the cycle has ended.
    [Theory]
    [InlineData("published-1", 1)]
    [InlineData("order-", 2)]
    [InlineData("ended", 2)]
    public async Task What_Comes_At_The_Very_Moment_Is_In_What_Is_Published(
        string key,
        int editions
    )
    {
        await using var scenario = await OpenAsync();
        var isDone = false;
        scenario.Faults.Before = call =>
        {
            if (
                !isDone
                && call.Key.StartsWith(key, StringComparison.Ordinal)
                && call.Key.EndsWith($" in {scenario.Cycle.Stream}", StringComparison.Ordinal)
            )
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
        if (key == "ended")
        {
            await scenario.ToAsync(
                (await scenario.StateAsync()).Publication!.OpenUntil!.Value.Show(TimeZoneInfo.Utc)
            );
        }
        Assert.True(isDone);
        await scenario.ReconcileAsync();
        await scenario.ToAsync(scenario.Now + Voiding.Settling);
        await ApproveAllAsync(scenario);

        var state = await scenario.StateAsync();
        Assert.Equal(editions, state.Publication!.Edition);
        Assert.Equal(state.Dossiers.Keys.Max(), state.Publication.Round);
        Assert.NotNull(
            (await scenario.DossierAsync(state.Publication.Round))
                .Reports.Single(report => report.Assignment == scenario.Beta)
                .Exemption
        );
        await AssertEndsAsync(scenario, state.Publication.OpenUntil);
    }

    [Fact]
    public async Task A_Cycle_That_Is_Begun_Anew_In_An_Edition_Goes_On_From_The_Record()
    {
        await using var scenario = await PublishedAsync();
        await scenario.DecideAsync(scenario.Beta, Exempt);
        await scenario.ToAsync(scenario.Now + Voiding.Settling);

        Assert.IsType<CommandAnswer.Done>(await scenario.RetryAsync(scenario.Cycle.InstanceId));
        await scenario.SettleAsync();
        await ApproveAllAsync(scenario);

        var published = (await scenario.StateAsync()).Publication!;
        Assert.Equal(2, published.Edition);
        await AssertEndsAsync(scenario, published.OpenUntil);
    }

    private static Task<Scenario> OpenAsync() =>
        Scenario.StartAsync(change: plan =>
            plan with
            {
                Publication = PublicationPlan.Unsaid with { OpenFor = TimeSpan.FromDays(14) },
            }
        );

    private static async Task<Scenario> PublishedAsync()
    {
        var scenario = await OpenAsync();
        await scenario.ReachApprovalAsync(scenario.Beta, scenario.Gamma);
        await ApproveAllAsync(scenario);
        Assert.NotNull((await scenario.StateAsync()).Publication?.OpenUntil);
        return scenario;
    }

    private static async Task ApproveAllAsync(Scenario scenario)
    {
        var round = (await scenario.StateAsync()).Dossiers.Keys.Max();
        foreach (var approver in Approvers)
        {
            await scenario.ApproveAsync(approver, round);
        }
    }

    private static async Task AssertEndsAsync(Scenario scenario, Deadline? until)
    {
        var end = until!.Value.Show(TimeZoneInfo.Utc);
        await scenario.ToAsync(end > scenario.Now ? end : scenario.Now);
        await scenario.SettleAsync();
        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End?.Outcome);
        await scenario.AssertSoundAsync();
    }

    private static Deadline InDays(Scenario scenario, double days) =>
        Deadline.At(WholeSecond.From(scenario.Now.AddDays(days)));
}
