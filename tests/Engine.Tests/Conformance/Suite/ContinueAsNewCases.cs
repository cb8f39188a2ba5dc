namespace ProgramReview.Conformance.Suite;

internal static class ContinueAsNewCases
{
    [Rule(
        "84",
        "The wish to begin anew is fulfilled when the code returns; the last wish counts, and the result of the code does not."
    )]
    public static async Task The_last_wish_counts(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int, string>(
                    "Again",
                    async (context, round) =>
                    {
                        if (round == 2)
                        {
                            return "second wish";
                        }

                        context.ContinueAsNew(1);
                        await context.CallActivityAsync("Work");
                        context.ContinueAsNew(2);
                        return "ignored";
                    }
                )
                .AddActivityFunc("Work", _ => { })
        );

        Assert.Equal("second wish", await host.RunAsync<string>("Again", 0));
        Assert.Equal("2", (await host.GetAsync()).SerializedInput);
        await host.ActedAsync();
    }

    [Rule("3, 90", "A new generation has an empty history, and its numbers begin at nought.")]
    public static async Task A_new_generation_has_a_history_of_its_own(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int, int>(
                    "Count",
                    async (context, n) =>
                    {
                        var next = await context.CallActivityAsync<int>("Next", n);
                        if (next < 5)
                        {
                            context.ContinueAsNew(next);
                        }

                        return next;
                    }
                )
                .AddActivityFunc<int, int>("Next", (_, n) => n + 1)
        );

        Assert.Equal(5, await host.RunAsync<int>("Count", 0));
        await host.ActedAsync("activity #0 Next");
    }

    [Rule("85", "Code that throws after the wish fails the instance; the wish is dropped.")]
    public static async Task A_throw_after_the_wish_fails(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc("Again", Fail)
        );
        await host.StartAsync("Again");

        Assert.Equal("System.TimeoutException", (await host.FailureAsync()).ErrorType);
        await host.ActedAsync();

        static void Fail(TaskOrchestrationContext context)
        {
            context.ContinueAsNew();
            throw new TimeoutException("too late");
        }
    }

    [Rule("86", "Open timers hold back the new generation.")]
    public static async Task Open_timers_hold_back_the_new_generation(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string?, double>(
                "Again",
                (context, began) =>
                {
                    if (began is not null)
                    {
                        return (
                                context.CurrentUtcDateTime - DateTime.Parse(began).ToUniversalTime()
                            ) / world.Beat;
                    }

                    _ = context.CreateTimer(3 * world.Beat, CancellationToken.None);
                    context.ContinueAsNew($"{context.CurrentUtcDateTime:o}");
                    return 0;
                }
            )
        );

        Assert.True(await host.RunAsync<double>("Again") >= 3);
        await host.ActedAsync();
    }

    [Rule("87", "Events nobody took go over to the new generation.")]
    public static async Task Events_nobody_took_go_over(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks => Handover(tasks, preserve: true));
        await host.StartAsync("Again", "first");
        await host.RaiseAsync("News", "kept");
        await host.RaiseAsync("Start");

        Assert.Equal("kept", await host.ResultAsync<string>());
        await host.ActedAsync("timer #0");
    }

    [Rule("87", "Events nobody took are dropped if the wish says so.")]
    public static async Task Events_nobody_took_are_dropped_if_told(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks => Handover(tasks, preserve: false));
        await host.StartAsync("Again", "first");
        await host.RaiseAsync("News", "dropped");
        await host.RaiseAsync("Start");

        Assert.Equal("none", await host.ResultAsync<string>());
        await host.ActedAsync("timer #0");
    }

    [Rule(
        "88",
        "Events that come after the wish in the same turn go over, even if the rest is dropped."
    )]
    public static async Task Events_after_the_wish_go_over(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks => Handover(tasks, preserve: false));
        await host.StartAsync("Again", "first");
        await InOneTurnAsync(host, "old", "new");

        Assert.Equal("new", await host.ResultAsync<string>());
        await host.ActedAsync("timer #0");
    }

    [Rule(
        "88",
        "Events and a suspension that come in the turn that begins anew are for the new generation."
    )]
    public static async Task What_comes_with_the_wish_goes_over(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string, string>(
                "Collect",
                async (context, seen) =>
                {
                    seen += await context.WaitForExternalEvent<string>("News");
                    if (seen.Length < 3)
                    {
                        context.ContinueAsNew(seen);
                    }

                    return seen;
                }
            )
        );
        await host.StartAsync("Collect", "");
        await host.SettleAsync();
        await host.Client.RaiseEventAsync("it", "News", "1");
        await host.Client.SuspendInstanceAsync("it", "a pause");
        await host.Client.RaiseEventAsync("it", "News", "2");
        await host.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await host.StatusAsync());
        await host.Client.ResumeInstanceAsync("it", "go on");
        await host.RaiseAsync("News", "3");

        Assert.Equal("123", await host.ResultAsync<string>());
        await host.ActedAsync();
    }

    [Rule("89", "Events that go over keep their order.")]
    public static async Task Events_that_go_over_keep_their_order(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks => Handover(tasks, preserve: true));
        await host.StartAsync("Again", "first");
        await InOneTurnAsync(host, "old", "new");

        Assert.Equal("old", await host.ResultAsync<string>());
        await host.ActedAsync("timer #0");
    }

    [Rule("90", "A new generation keeps name, parent, tags and version; a version may be given.")]
    public static async Task A_new_generation_keeps_who_it_is(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int, string>(
                "Again",
                (context, round) =>
                {
                    if (round < 2)
                    {
                        context.ContinueAsNew(
                            new ContinueAsNewOptions
                            {
                                NewInput = round + 1,
                                NewVersion = round == 0 ? " " : "2.0",
                            }
                        );
                    }

                    return $"{context.Name} {context.InstanceId} {context.Version}";
                }
            )
        );
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Again",
            0,
            new StartOrchestrationOptions("it")
            {
                Version = "1.0",
                Tags = new Dictionary<string, string> { ["a"] = "1" },
            }
        );

        Assert.Equal("Again it 2.0", await host.ResultAsync<string>());
        Assert.Equal("1", (await host.GetAsync()).Tags["a"]);
        await host.ActedAsync();
    }

    [Rule("93", "From outside, an instance that begins anew is Running all the time.")]
    public static async Task From_outside_it_is_running(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int, int>(
                "Again",
                async (context, round) =>
                {
                    await context.WaitForExternalEvent<int>("Go");
                    if (round < 2)
                    {
                        context.ContinueAsNew(round + 1);
                    }

                    return round;
                }
            )
        );
        await host.StartAsync("Again", 0);
        await host.RaiseAsync("Go", 1);
        await host.RaiseAsync("Go", 1);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());
        await host.RaiseAsync("Go", 1);

        Assert.Equal(2, await host.ResultAsync<int>());
        await host.ActedAsync();
    }

    [Rule("90", "A child that begins anew still answers its parent, with its last result.")]
    public static async Task A_child_that_begins_anew_answers(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Outer",
                    context => context.CallSubOrchestratorAsync<int>("Inner", 0)
                )
                .AddOrchestratorFunc<int, int>(
                    "Inner",
                    async (context, round) =>
                    {
                        await context.CreateTimer(world.Beat, CancellationToken.None);
                        if (round < 2)
                        {
                            context.ContinueAsNew(round + 1);
                        }

                        return round;
                    }
                )
        );

        Assert.Equal(2, await host.RunAsync<int>("Outer"));
        await host.ActedAsync("child #0 Inner");
    }

    [Rule(
        "98",
        "The custom status of the old generation shows over the first turn of the new one; then it is gone unless set again."
    )]
    public static async Task The_custom_status_outlasts_one_turn(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int>(
                "Again",
                async (context, round) =>
                {
                    if (round == 0)
                    {
                        context.SetCustomStatus("old");
                        context.ContinueAsNew(1);
                        return;
                    }

                    await context.WaitForExternalEvent<int>("Go");
                    await context.WaitForExternalEvent<int>("Go");
                }
            )
        );
        await host.StartAsync("Again", 0);
        Assert.Equal("old", (await host.GetAsync()).ReadCustomStatusAs<string>());
        await host.RaiseAsync("Go", 1);
        Assert.Null((await host.GetAsync()).ReadCustomStatusAs<string>());
        await host.RaiseAsync("Go", 1);

        await host.ResultAsync<object>();
        await host.ActedAsync();
    }

    [Rule("95", "A termination that comes with the wish to begin anew wins.")]
    public static async Task A_termination_beats_the_wish(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc(
                "Again",
                async context =>
                {
                    await context.WaitForExternalEvent<int>("Go");
                    context.ContinueAsNew();
                }
            )
        );
        await host.StartAsync("Again");
        await host.Client.RaiseEventAsync("it", "Go", 1);
        await host.Client.TerminateInstanceAsync("it", "enough");
        await host.SettleAsync();

        var instance = await host.EndAsync("it");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, instance.RuntimeStatus);
        Assert.Equal("enough", instance.ReadOutputAs<string>());
        await host.ActedAsync();
    }

    /// <summary>Waits for the start, begins anew, and says which news it finds.</summary>
    private static void Handover(DurableTaskRegistry tasks, bool preserve) =>
        tasks.AddOrchestratorFunc<string, string>(
            "Again",
            async (context, round) =>
            {
                if (round == "first")
                {
                    await context.WaitForExternalEvent<string?>("Start");
                    context.ContinueAsNew("second", preserve);
                    return "";
                }

                try
                {
                    return await context.WaitForExternalEvent<string>(
                        "News",
                        TimeSpan.FromSeconds(0.3)
                    );
                }
                catch (TaskCanceledException)
                {
                    return "none";
                }
            }
        );

    /// <summary>What comes during a suspension is handed out in one turn.</summary>
    private static async Task InOneTurnAsync(IConformanceHost host, string before, string after)
    {
        await host.Client.SuspendInstanceAsync("it", "pause");
        await host.SettleAsync();
        await host.RaiseAsync("News", before);
        await host.RaiseAsync("Start");
        await host.RaiseAsync("News", after);
        await host.Client.ResumeInstanceAsync("it", "go on");
        await host.SettleAsync();
    }
}
