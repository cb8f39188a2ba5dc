namespace ProgramReview.Engine.Tests;

public sealed class EventTests
{
    [Theory, ClassData(typeof(Setups))]
    public async Task Unclaimed_events_are_kept_and_given_out_oldest_first_whatever_the_case(
        Setup setup
    )
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc<string>(
                    "Collect",
                    async context =>
                    {
                        await context.WaitForExternalEvent<string>("go");
                        var first = await context.WaitForExternalEvent<string>("NEWS");
                        var second = await context.WaitForExternalEvent<string>("news");
                        return first + second;
                    }
                )
        );
        await rig.StartAsync("Collect");
        await rig.Client.RaiseEventAsync("it", "News", "a");
        await rig.IdleAsync();
        await rig.Client.RaiseEventAsync("it", "nEWS", "b");
        await rig.Client.RaiseEventAsync("it", "Go", "");
        await rig.IdleAsync();

        Assert.Equal("ab", (await rig.GetAsync()).ReadOutputAs<string>());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task The_newest_waiter_gets_the_next_event(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc<int[]>(
                    "Two",
                    context =>
                        Task.WhenAll(
                            context.WaitForExternalEvent<int>("e"),
                            context.WaitForExternalEvent<int>("e")
                        )
                )
        );
        await rig.StartAsync("Two");
        await rig.IdleAsync();
        await rig.Client.RaiseEventAsync("it", "e", 1);
        await rig.Client.RaiseEventAsync("it", "e", 2);
        await rig.IdleAsync();

        var got = (await rig.GetAsync()).ReadOutputAs<int[]>()!;
        Assert.Equal<IEnumerable<int>>([2, 1], got);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_wait_that_timed_out_swallows_no_event(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc<string>(
                    "Timeout",
                    async context =>
                    {
                        try
                        {
                            return "early "
                                + await context.WaitForExternalEvent<string>(
                                    "e",
                                    TimeSpan.FromHours(1)
                                );
                        }
                        catch (TaskCanceledException)
                        {
                            await context.CreateTimer(
                                TimeSpan.FromHours(2),
                                CancellationToken.None
                            );
                            return "late "
                                + await context.WaitForExternalEvent<string>("e", TimeSpan.Zero);
                        }
                    }
                )
        );
        await rig.StartAsync("Timeout");
        await rig.PassAsync(TimeSpan.FromHours(2));
        await rig.Client.RaiseEventAsync("it", "e", "news");
        await rig.PassAllTimeAsync();

        Assert.Equal("late news", (await rig.GetAsync()).ReadOutputAs<string>());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task One_waiter_may_stay_pending_while_timers_come_and_go(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc<List<string>>(
                    "Loop",
                    async context =>
                    {
                        var seen = new List<string>();
                        var ring = context.WaitForExternalEvent<string?>("ring");
                        while (seen.Count < 4)
                        {
                            using var end = new CancellationTokenSource();
                            var timer = context.CreateTimer(TimeSpan.FromDays(1), end.Token);
                            if (await Task.WhenAny(ring, timer) == ring)
                            {
                                end.Cancel();
                                ring = context.WaitForExternalEvent<string?>("ring");
                                seen.Add($"rung {context.CurrentUtcDateTime:dd HH}");
                            }
                            else
                            {
                                seen.Add($"woken {context.CurrentUtcDateTime:dd HH}");
                            }
                        }

                        return seen;
                    }
                )
        );
        await rig.StartAsync("Loop");
        await rig.PassAsync(TimeSpan.FromHours(30));
        await rig.Client.RaiseEventAsync("it", "ring");
        await rig.PassAsync(TimeSpan.FromHours(1));
        await rig.Client.RaiseEventAsync("it", "ring");
        await rig.PassAllTimeAsync();

        Assert.Equal(
            ["woken 02 00", "rung 02 06", "rung 02 07", "woken 03 07"],
            (await rig.GetAsync()).ReadOutputAs<List<string>>()!
        );
        Assert.Equal(Rig.Start.AddHours(55), rig.Clock.GetUtcNow());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task An_event_sent_by_an_orchestrator_arrives_and_one_for_nobody_is_lost(
        Setup setup
    )
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc(
                        "Sender",
                        context =>
                        {
                            context.SendEvent("nobody", "e", 0);
                            context.SendEvent("receiver", "e", 7);
                        }
                    )
                    .AddOrchestratorFunc<int>(
                        "Receiver",
                        context => context.WaitForExternalEvent<int>("e")
                    )
        );
        await rig.StartAsync("Receiver", id: "receiver");
        await rig.RunAsync("Sender");

        Assert.Equal(7, (await rig.GetAsync("receiver")).ReadOutputAs<int>());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_missing_or_finished_instance_takes_no_event(Setup setup)
    {
        await using var rig = new Rig(setup, tasks => tasks.AddOrchestratorFunc("Done", _ => { }));
        await rig.RunAsync("Done");

        var finished = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            rig.Client.RaiseEventAsync("it", "e")
        );
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            rig.Client.RaiseEventAsync("no", "e")
        );

        Assert.Equal("Cannot raise an event to 'it': it is Completed.", finished.Message);
        Assert.Equal(
            "Cannot raise an event to 'no': there is no instance with this id.",
            missing.Message
        );
        await Assert.ThrowsAsync<ArgumentException>(() => rig.Client.RaiseEventAsync("it", ""));
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_payload_that_cannot_be_read_fails_the_instance(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc<int>(
                    "Wait",
                    context => context.WaitForExternalEvent<int>("e")
                )
        );
        await rig.StartAsync("Wait");
        await rig.Client.RaiseEventAsync("it", "e", "text");
        await rig.IdleAsync();

        Assert.Equal(
            "System.Text.Json.JsonException",
            (await rig.GetAsync()).FailureDetails!.ErrorType
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Two_types_for_one_name_at_a_time_are_refused(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc(
                    "Types",
                    context =>
                        Task.WhenAll(
                            context.WaitForExternalEvent<int>("e"),
                            context.WaitForExternalEvent<string>("e")
                        )
                )
        );

        Assert.Equal(
            "System.ArgumentException",
            (await rig.RunAsync("Types")).FailureDetails!.ErrorType
        );
    }
}
