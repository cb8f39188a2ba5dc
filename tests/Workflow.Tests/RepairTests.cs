using System.Text.RegularExpressions;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;

namespace ProgramReview.Workflow.Tests;

/// <summary>
/// Nothing is beyond repair: each process is broken at each of its steps, begun anew, and the cycle ends as if nothing had been - the same facts,
/// the same letters.
/// </summary>
public sealed class RepairTests
{
    [Fact]
    public async Task A_Process_That_Failed_At_Any_Step_Goes_On_When_It_Is_Started_Again() =>
        await EachStepAsync(
            (_, _) => throw new IOException("This step cannot be done."),
            async (scenario, watch, instance) =>
            {
                // Its tries take two hours; what a mail could not be sent by is shown, and its process goes on.
                await scenario.ToAsync(scenario.Now.AddHours(3));
                await AssertShownAsync(scenario, instance);
                watch.Mend();
                await BeginAnewAsync(scenario, instance);
            }
        );

    [Fact]
    public async Task A_Process_That_Was_Ended_At_Any_Step_Is_Shown_And_Goes_On_When_It_Is_Started_Again() =>
        await EachStepAsync(
            EndAsync,
            async (scenario, watch, instance) =>
            {
                watch.Mend();
                await scenario.SettleAsync();
                await scenario.ReconcileAsync();
                await AssertShownAsync(scenario, instance);
                await BeginAnewAsync(scenario, instance);
            }
        );

    [Fact]
    public async Task A_Process_Whose_History_Was_Lost_At_Any_Step_Goes_On_By_Itself() =>
        await EachStepAsync(
            EndAsync,
            async (scenario, watch, instance) =>
            {
                watch.Mend();
                await scenario.SettleAsync();
                await scenario.World.Client.PurgeInstanceAsync(instance, Scenario.Cancel);
                await scenario.ReconcileAsync();
                // Whoever waits for it may have looked between its end and its loss: then a person is told.
                if ((await scenario.StateAsync()).Failed.ContainsKey(instance))
                {
                    await BeginAnewAsync(scenario, instance);
                }
            }
        );

    [Fact]
    public async Task A_Process_That_Hangs_At_Any_Step_Is_Ended_And_Started_Again() =>
        await EachStepAsync(
            async (run, _) =>
            {
                // It was done, and its answer does not come.
                await run();
                throw new IOException("The answer is lost.");
            },
            async (scenario, watch, instance) =>
            {
                watch.Mend();
                await BeginAnewAsync(scenario, instance);
            }
        );

    // What ended or failed when all its work stood on record is missed by nobody.
    private static async Task AssertShownAsync(Scenario scenario, string instance)
    {
        var state = await scenario.StateAsync();
        Assert.True(
            state.Failed.ContainsKey(instance)
                || state.LongOrders.Any(order => order.IsDone && order.Instance == instance)
                || state.Materials.Any(order =>
                    order.Made is not null
                    && instance == $"{scenario.Cycle}.material.{order.Sequence}"
                )
                || state.Renderings.Keys.Any(round =>
                    instance == $"{scenario.Cycle}.rendering.{round}"
                )
                // The look has begun it anew already, since nothing is lost with it.
                || instance == $"{scenario.Cycle}.figures",
            $"{instance} is not shown"
        );
    }

    // Only what has done its work meanwhile, or whose cycle has ended, is not begun anew.
    private static async Task BeginAnewAsync(Scenario scenario, string instance)
    {
        if (await scenario.RetryAsync(instance) is CommandAnswer.Refused)
        {
            var found = await scenario.World.Client.GetInstanceAsync(instance, Scenario.Cancel);
            Assert.True(
                (await scenario.StateAsync()).End is not null
                    || found is { RuntimeStatus: OrchestrationRuntimeStatus.Completed },
                $"{found?.RuntimeStatus} and not begun anew"
            );
        }
    }

    private static async Task<object?> EndAsync(
        Func<Task<object?>> run,
        (Scenario Scenario, string Instance) where
    )
    {
        var result = await run();
        await where.Scenario.World.Client.TerminateInstanceAsync(where.Instance, Scenario.Cancel);
        return result;
    }

    private static async Task EachStepAsync(
        Func<Func<Task<object?>>, (Scenario Scenario, string Instance), Task<object?>> broken,
        Func<Scenario, BrokenStep.Watch, string, Task> repair
    )
    {
        var calm = await PlayAsync(null, broken, repair);
        var steps = Interesting(calm.Steps);
        Assert.InRange(steps.Count, 40, 400);
        var failures = new List<string>();
        await Parallel.ForEachAsync(
            steps,
            Scenario.Cancel,
            async (step, _) =>
            {
                try
                {
                    var played = await PlayAsync(step, broken, repair);
                    Assert.Equal(calm.Facts, played.Facts);
                    Assert.Equal(calm.Letters, played.Letters);
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    lock (failures)
                    {
                        failures.Add($"{step}: {failed.Message}");
                    }
                }
            }
        );
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    // A process reads the same many times over: the first times, and the last.
    private static List<BrokenStep> Interesting(IReadOnlyList<BrokenStep> steps) =>
        [
            .. steps
                .GroupBy(step => (step.Instance, step.Activity))
                .SelectMany(group =>
                    group.Count() <= 3
                        ? group
                        : group
                            .OrderBy(step => step.Number)
                            .Take(2)
                            .Append(group.MaxBy(step => step.Number)!)
                ),
        ];

    private static async Task<Played> PlayAsync(
        BrokenStep? step,
        Func<Func<Task<object?>>, (Scenario Scenario, string Instance), Task<object?>> broken,
        Func<Scenario, BrokenStep.Watch, string, Task> repair
    )
    {
        Scenario? world = null;
        var watch = new BrokenStep.Watch(step, run => broken(run, (world!, step!.Instance)));
        await using var scenario = Scenario.Create(
            watch.AroundAsync,
            plan =>
                Plans.WithFigures(plan) with
                {
                    Outages = new(OutageExtension.Window, TimeSpan.FromDays(1)),
                }
        );
        world = scenario;
        await scenario.StartCycleAsync("tester");
        await scenario.SettleAsync();
        var script = Script(scenario);
        while ((await scenario.StateAsync()) is var state && (!IsOver(state) || watch.IsBroken))
        {
            if (IsOver(state))
            {
                // All is done; only the word of it is missing.
                watch.Mend();
                await scenario.ToAsync(scenario.Now.AddDays(1));
                continue;
            }
            Assert.True(scenario.Now < scenario.Day(45), "The cycle does not end.");
            if (watch.IsBroken)
            {
                await repair(scenario, watch, step!.Instance);
                continue;
            }
            if (
                script.TryPeek(out var next)
                && scenario.Now >= scenario.Day(next.Day)
                && next.May(state)
            )
            {
                script.Dequeue();
                await next.Do();
                await scenario.SettleAsync();
                continue;
            }
            await scenario.ToAsync(scenario.Now.AddHours(6));
        }
        // What tells people runs beside the cycle and may still be about to try again.
        await scenario.ToAsync(scenario.Now.AddDays(1));
        Assert.True(step is null || watch.WasReached, "The step was never taken.");
        await scenario.AssertSoundAsync(failuresAllowed: true);
        Assert.Empty(await scenario.LiveInstancesAsync());
        return new Played(watch.Steps, await FactsAsync(scenario), await LettersAsync(scenario));
    }

    private static bool IsOver(CycleState state) =>
        state.IsOver && state.Anchors.Any(anchor => anchor.Cause == AnchorCause.End);

    // Everything that a cycle can come to: an outage, an extension, a report that is missing, changes, a round that nobody answers, a report opened again.
    private static Queue<Act> Script(Scenario scenario) =>
        new([
            new(
                1.5,
                _ => true,
                () =>
                    scenario.DeclareAsync(
                        new OutageWindow(scenario.Day(1), scenario.Day(1).AddMinutes(30))
                    )
            ),
            new(2, _ => true, () => scenario.UploadAsync(scenario.Alpha)),
            new(3.5, _ => true, () => scenario.ExtendAsync(scenario.Beta, scenario.Day(6.5))),
            new(6, _ => true, () => scenario.UploadAsync(scenario.Beta)),
            new(9.5, _ => true, () => scenario.UploadAsync(scenario.Consolidated)),
            new(
                9.75,
                _ => true,
                async () =>
                    await scenario
                        .World.Get<MaterialHandler>()
                        .AskAsync(
                            scenario.World.Client,
                            await scenario.CycleAsync(),
                            "officer",
                            Scenario.Cancel
                        )
            ),
            new(
                10,
                _ => true,
                () =>
                    scenario.DecideAsync(
                        scenario.Beta,
                        new Command.Return(
                            Deadline.At(scenario.Day(12)),
                            Deadline.At(scenario.Day(13)),
                            [],
                            "Officer operations",
                            "The annex is missing"
                        )
                    )
            ),
            new(10.5, _ => true, () => scenario.UploadAsync(scenario.Beta)),
            new(
                14.25,
                state => IsOpen(state, 1),
                () => scenario.AskForChangesAsync("first", "The ninth month.", scenario.Alpha)
            ),
            new(15, _ => true, () => scenario.UploadAsync(scenario.Alpha)),
            new(
                19,
                state => state.Round(2)?.Outcome == RoundOutcome.Expired,
                () =>
                    scenario.DecideAsync(
                        scenario.Gamma,
                        new Command.AllowLate(
                            Deadline.At(scenario.Day(25)),
                            [],
                            "Officer operations",
                            "The flood is over"
                        )
                    )
            ),
            new(
                20,
                state => state.Round(2)?.Outcome == RoundOutcome.Expired,
                async () =>
                {
                    await scenario.ChooseSilentlyAsync(2, NextStep.AskAgain);
                    await scenario.World.Client.RaiseEventAsync(
                        scenario.Cycle.InstanceId,
                        "wake",
                        cancellation: Scenario.Cancel
                    );
                }
            ),
            new(21, _ => true, () => scenario.UploadAsync(scenario.Gamma)),
            new(21.25, state => IsOpen(state, 3), () => scenario.ApproveAsync("first", round: 3)),
            new(21.25, state => IsOpen(state, 3), () => scenario.ApproveAsync("second", round: 3)),
        ]);

    private static bool IsOpen(CycleState state, int round) =>
        state.Round(round) is { Outcome: null };

    // Tries take hours, so instants may differ; nothing else may.
    private static async Task<IReadOnlyList<string>> FactsAsync(Scenario scenario)
    {
        var facts = new List<string>();
        foreach (
            var stream in scenario
                .Plan.Assignments.Select(id => id.Stream)
                .Append(scenario.Cycle.Stream)
        )
        {
            facts.AddRange(
                (await scenario.EntriesAsync(stream))
                    .Where(entry =>
                        entry.Event
                            is not (
                                CycleEvent.ProcessFailed
                                or CycleEvent.RetryOrdered
                                or AssignmentEvent.Mailed
                                or CycleEvent.Mailed
                                // Also asked for by the look, which repairs call for.
                                or CycleEvent.MaterialAsked
                                or CycleEvent.MaterialMade
                                // Comes while people decide, whenever it is done.
                                or CycleEvent.DossierRendered
                                // Written by a process beside the cycle's own.
                                or CycleEvent.LettersSent
                            )
                    )
                    .Select(entry => $"{stream} {entry.Event.GetType().Name}")
            );
        }
        return facts;
    }

    private static async Task<IReadOnlyList<string>> LettersAsync(Scenario scenario) =>
        [
            .. (await scenario.OutboxAsync())
                .Where(mail => mail.Outcome?.Status == MailStatus.Accepted)
                .Select(mail =>
                    Regex.Replace(
                        mail.Id,
                        "(received-[0-9a-f]+)|(press-[0-9]+)|(outage-[0-9]+)",
                        ""
                    )
                )
                .Order(StringComparer.Ordinal),
        ];

    private sealed record Act(double Day, Func<CycleState, bool> May, Func<Task> Do);

    private sealed record Played(
        IReadOnlyList<BrokenStep> Steps,
        IReadOnlyList<string> Facts,
        IReadOnlyList<string> Letters
    );
}
