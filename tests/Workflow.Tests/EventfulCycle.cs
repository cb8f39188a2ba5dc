using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Operations;

namespace ProgramReview.Workflow.Tests;

/// <summary>A cycle in which every orchestration does everything it can: its histories are what later versions must be able to go on from.</summary>
internal static class EventfulCycle
{
    /// <summary>Plays it to its publication, and gives the last window of every history.</summary>
    public static async Task<IReadOnlyList<RecordedHistories.History>> PlayAsync()
    {
        var isBroken = true;
        await using var scenario = await Scenario.StartAsync(
            faults =>
                faults.Before = call =>
                {
                    if (
                        isBroken
                        && (
                            call.Key == "opened-1 in small.gamma.r1"
                            || call.Key.StartsWith(
                                "small.beta.r1~request",
                                StringComparison.Ordinal
                            )
                        )
                    )
                    {
                        throw new IOException("This row cannot be written.");
                    }
                },
            plan =>
                Plans.WithFigures(plan) with
                {
                    Outages = new(OutageExtension.Window, TimeSpan.FromDays(1)),
                    Approval = plan.Approval with
                    {
                        Quorum = 1,
                        Stages = [new(["first"]), new(["second", "third"])],
                        Deputies =
                        [
                            new(
                                "first",
                                [
                                    plan.Approval.Approvers[0] with
                                    {
                                        Id = "stand-in",
                                        Email = "stand-in@example.vn",
                                    },
                                ]
                            ),
                        ],
                        EscalateAfter = TimeSpan.FromHours(30),
                    },
                }
        );

        // An outage moves what is open. One is rung until its history begins anew, sends the wrong file and then the right one; one gets more time; one's letter cannot be written; one's process fails and is begun anew.
        for (var ring = 0; ring < 45; ring++)
        {
            await scenario.World.Client.WakeAsync(scenario.Alpha.InstanceId(1), Scenario.Cancel);
            await scenario.SettleAsync();
        }
        await scenario.ToDayAsync(3.5);
        await scenario.DeclareAsync(new OutageWindow(scenario.Day(3), scenario.Day(3).AddHours(1)));
        await scenario.ToDayAsync(4);
        await scenario.UploadAsync(scenario.Alpha, Scenario.Photo);
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ExtendAsync(scenario.Beta, scenario.Day(7.5));
        isBroken = false;
        Assert.IsType<CommandAnswer.Done>(await scenario.RetryAsync(scenario.Gamma.InstanceId(1)));
        await scenario.UploadAsync(scenario.Gamma);

        // What one sends at the last moment nobody looks at.
        await scenario.ToDayAsync(7.4);
        scenario.Pages.HoldsChecks = true;
        await scenario.UploadAsync(scenario.Beta);
        await scenario.ToDayAsync(8.9);
        await scenario.LoseChecksAsync();
        scenario.Pages.HoldsChecks = false;
        await scenario.ToDayAsync(9);
        // The material for the last report, which has opened.
        await scenario.ReconcileAsync();
        await scenario.UploadAsync(scenario.Consolidated);

        // One is returned after its close, and comes again; one never comes.
        await scenario.ToDayAsync(9.5);
        await scenario.DecideAsync(
            scenario.Gamma,
            new Command.Return(
                Deadline.At(scenario.Day(12)),
                Deadline.At(scenario.Day(13)),
                [],
                "Officer operations",
                "The annex is missing"
            )
        );
        await scenario.UploadAsync(scenario.Gamma);

        // The board asks for changes, lets a round go by, answers in one that becomes void, and approves in the fourth, one stage after the other.
        await scenario.ToDayAsync(14.25);
        await scenario.AskForChangesAsync("first", "The ninth month is missing.", scenario.Alpha);
        await scenario.ToDayAsync(15);
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(19);
        await scenario.ChooseSilentlyAsync(2, NextStep.AskAgain);
        await scenario.World.Client.WakeAsync(scenario.Cycle.InstanceId, Scenario.Cancel);
        await scenario.SettleAsync();
        await scenario.ApproveAsync("first", round: 3);
        await scenario.ExemptAsync(scenario.Beta);
        // Figures are added up anew before the next dossier.
        await scenario.ToAsync(scenario.Now + Voiding.Settling + TimeSpan.FromHours(1));
        await scenario.ApproveAsync("first", round: 4);
        await scenario.ApproveAsync("second", round: 4);
        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End?.Outcome);

        return await RecordedHistories.OfAsync(scenario.World);
    }
}
