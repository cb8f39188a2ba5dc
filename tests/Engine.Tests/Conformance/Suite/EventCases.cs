namespace ProgramReview.Conformance.Suite;

internal static class EventCases
{
    [Rule("11", "Of several who wait for one name, the newest gets the next event.")]
    public static async Task The_newest_waiter_is_served_first(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int[]>(
                "Two",
                context =>
                    Task.WhenAll(
                        context.WaitForExternalEvent<int>("Go"),
                        context.WaitForExternalEvent<int>("Go")
                    )
            )
        );
        await host.StartAsync("Two");
        await host.RaiseAsync("Go", 1);
        await host.RaiseAsync("Go", 2);

        Assert.Equal<IEnumerable<int>?>([2, 1], await host.ResultAsync<int[]>());
        await host.ActedAsync();
    }

    [Rule("12", "Events nobody waits for are kept; the oldest of a name is handed out first.")]
    public static async Task Kept_events_are_handed_out_oldest_first(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Later",
                async context =>
                {
                    await context.WaitForExternalEvent<string>("Start");
                    return await context.WaitForExternalEvent<string>("News")
                        + await context.WaitForExternalEvent<string>("News");
                }
            )
        );
        await host.StartAsync("Later");
        await host.RaiseAsync("News", "a");
        await host.RaiseAsync("News", "b");
        await host.RaiseAsync("Start", "");

        Assert.Equal("ab", await host.ResultAsync<string>());
        await host.ActedAsync();
    }

    [Rule(
        "13",
        "The names of events mind no case, neither for those who wait nor for what is kept."
    )]
    public static async Task Names_of_events_mind_no_case(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int>(
                "Wait",
                async context =>
                    await context.WaitForExternalEvent<int>("gO")
                    + await context.WaitForExternalEvent<int>("NEWS")
            )
        );
        await host.StartAsync("Wait");
        await host.RaiseAsync("nEwS", 10);
        await host.RaiseAsync("Go", 1);

        Assert.Equal(11, await host.ResultAsync<int>());
        await host.ActedAsync();
    }

    [Rule("14, 39", "A wait that has timed out is withdrawn and swallows no later event.")]
    public static async Task A_wait_that_timed_out_swallows_nothing(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Patient",
                async context =>
                {
                    try
                    {
                        await context.WaitForExternalEvent<int>("Go", world.Beat);
                        return "too early";
                    }
                    catch (TaskCanceledException)
                    {
                        await context.WaitForExternalEvent<int>("Other");
                        return "got " + await context.WaitForExternalEvent<int>("Go");
                    }
                }
            )
        );
        await host.StartAsync("Patient");
        await host.PassAsync(2 * world.Beat);
        await host.RaiseAsync("Go", 1);
        await host.RaiseAsync("Other", 0);

        Assert.Equal("got 1", await host.ResultAsync<string>());
        await host.ActedAsync("timer #0");
    }

    [Rule("15", "Who waits again at once after a timeout gets the next event.")]
    public static async Task Who_waits_again_at_once_is_served(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Loop",
                async context =>
                {
                    for (var rounds = 0; ; rounds++)
                    {
                        try
                        {
                            var got = await context.WaitForExternalEvent<int>("Go", world.Beat);
                            return $"{got} after {rounds}";
                        }
                        catch (TaskCanceledException) { }
                    }
                }
            )
        );
        await host.StartAsync("Loop");
        await host.PassAsync(world.Beat);
        await host.RaiseAsync("Go", 7);

        Assert.Equal("7 after 1", await host.ResultAsync<string>());
        await host.ActedAsync("timer #0", "timer #1");
    }

    [Rule("16", "One name cannot be awaited as two types at a time; one after the other it can.")]
    public static async Task Two_types_at_a_time_are_refused(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Types",
                async context =>
                {
                    var first = context.WaitForExternalEvent<int>("Go");
                    try
                    {
                        _ = context.WaitForExternalEvent<string>("Go");
                        return "taken";
                    }
                    catch (ArgumentException)
                    {
                        return $"refused {await first} {await context.WaitForExternalEvent<string>("Go")}";
                    }
                }
            )
        );
        await host.StartAsync("Types");
        await host.RaiseAsync("Go", 1);
        await host.RaiseAsync("Go", "x");

        Assert.Equal("refused 1 x", await host.ResultAsync<string>());
        await host.ActedAsync();
    }

    [Rule(
        "17",
        "A payload that cannot be read fails the instance; the code that waits cannot catch it."
    )]
    public static async Task An_unreadable_payload_fails_the_instance(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Strict",
                async context =>
                {
                    try
                    {
                        return $"{await context.WaitForExternalEvent<int>("Go")}";
                    }
                    catch (Exception)
                    {
                        return "caught";
                    }
                }
            )
        );
        await host.StartAsync("Strict");
        await host.RaiseAsync("Go", "no number");

        Assert.Equal("System.Text.Json.JsonException", (await host.FailureAsync()).ErrorType);
        await host.ActedAsync();
    }

    [Rule(
        "18",
        "An event without a payload that is awaited as a value type fails the instance, with a sentence."
    )]
    public static async Task A_missing_value_fails_the_instance(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int>(
                "Strict",
                context => context.WaitForExternalEvent<int>("Go")
            )
        );
        await host.StartAsync("Strict");
        await host.RaiseAsync("Go");

        Assert.Contains(
            "without a payload",
            (await host.FailureAsync()).ErrorMessage,
            StringComparison.Ordinal
        );
        await host.ActedAsync();
    }

    [Rule("25", "An event may come without a payload; awaited as a reference type it is null.")]
    public static async Task A_missing_payload_is_null(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Ring",
                async context => await context.WaitForExternalEvent<string?>("Go") ?? "nothing"
            )
        );
        await host.StartAsync("Ring");
        await host.RaiseAsync("Go");

        Assert.Equal("nothing", await host.ResultAsync<string>());
        await host.ActedAsync();
    }

    [Rule("19", "A kept event ends the wait in the same turn.")]
    public static async Task A_kept_event_ends_the_wait_at_once(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<bool>(
                "Quick",
                async context =>
                {
                    await context.WaitForExternalEvent<int>("Start");
                    return context.WaitForExternalEvent<int>("Kept").IsCompletedSuccessfully;
                }
            )
        );
        await host.StartAsync("Quick");
        await host.RaiseAsync("Kept", 1);
        await host.RaiseAsync("Start", 1);

        Assert.True(await host.ResultAsync<bool>());
        await host.ActedAsync();
    }

    [Rule("20", "An event that comes before the first turn waits for the start.")]
    public static async Task An_event_before_the_first_turn_waits_for_it(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int>(
                "Wait",
                context => context.WaitForExternalEvent<int>("Go")
            )
        );
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait",
            new StartOrchestrationOptions("it")
        );
        await host.Client.RaiseEventAsync("it", "Go", 5);

        Assert.Equal(5, await host.ResultAsync<int>());
        await host.ActedAsync();
    }

    [Rule("5", "Who waits for an event does not hold back the end.")]
    public static async Task A_wait_does_not_hold_back_the_end(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Careless",
                context =>
                {
                    _ = context.WaitForExternalEvent<int>("Never");
                    return "done";
                }
            )
        );

        Assert.Equal("done", await host.RunAsync<string>("Careless"));
        await host.ActedAsync();
    }

    [Rule(
        "25",
        "An orchestration can send events to another; one for nobody is lost without an error."
    )]
    public static async Task Instances_send_each_other_events(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Wait",
                    context => context.WaitForExternalEvent<string>("Go")
                )
                .AddOrchestratorFunc(
                    "Send",
                    context =>
                    {
                        context.SendEvent("nobody", "Go", "lost");
                        context.SendEvent("other", "GO", "hello");
                    }
                )
        );
        await host.StartAsync("Wait", id: "other");
        await host.StartAsync("Send");

        Assert.Equal("hello", await host.ResultAsync<string>("other"));
        await host.ActedAsync("event #0 Go", "event #1 GO");
    }

    [Rule("21", "Events during a suspension are kept in order and all handed out on resumption.")]
    public static async Task Events_outlast_a_suspension_in_order(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Three",
                async context =>
                {
                    var all = "";
                    for (var n = 0; n < 3; n++)
                    {
                        all += await context.WaitForExternalEvent<string>("Go");
                    }

                    return all;
                }
            )
        );
        await host.StartAsync("Three");
        await host.Client.SuspendInstanceAsync("it", "pause");
        await host.SettleAsync();
        await host.RaiseAsync("Go", "a");
        await host.RaiseAsync("Go", "b");
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await host.StatusAsync());
        await host.Client.ResumeInstanceAsync("it", "go on");
        await host.SettleAsync();
        await host.RaiseAsync("Go", "c");

        Assert.Equal("abc", await host.ResultAsync<string>());
        await host.ActedAsync();
    }

    [Rule("26", "An event for an instance that is missing or has ended is refused at the caller.")]
    public static async Task An_event_for_nobody_is_refused(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc("Short", _ => { })
        );
        await host.RunAsync<object>("Short");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Client.RaiseEventAsync("it", "Go", 1)
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Client.RaiseEventAsync("nobody", "Go", 1)
        );
        await host.ActedAsync();
    }

    [Rule("28", "An event without an instance or a name is refused.")]
    public static async Task An_event_needs_an_instance_and_a_name(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<int>("Go"))
        );
        await host.StartAsync("Wait");

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            host.Client.RaiseEventAsync("", "Go", 1)
        );
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            host.Client.RaiseEventAsync("it", "", 1)
        );
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());
        await host.ActedAsync();
    }

    [Rule("24", "An instance that is Pending keeps its events for the start.")]
    public static async Task A_pending_instance_keeps_its_events(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Wait",
                async context =>
                    await context.WaitForExternalEvent<string>("Go")
                    + await context.WaitForExternalEvent<string>("Go")
            )
        );
        await host.StartAsync("Wait", id: "first");
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait",
            new StartOrchestrationOptions(
                "it",
                (await host.GetAsync("first")).CreatedAt + 2 * world.Beat
            )
        );
        await host.RaiseAsync("Go", "a");
        await host.RaiseAsync("Go", "b");

        Assert.Equal("ab", await host.ResultAsync<string>());
        await host.ActedAsync();
    }

    [Rule("12", "Many events come in the order they were raised, whether somebody waits or not.")]
    public static async Task Many_events_keep_their_order(IConformanceWorld world)
    {
        const int All = 40;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int[]>(
                    "Collect",
                    async context =>
                    {
                        var got = new List<int>();
                        while (got.Count < All)
                        {
                            got.Add(await context.WaitForExternalEvent<int>("Go"));
                            if (got.Count == All / 2)
                            {
                                await context.CallActivityAsync("Work");
                            }
                        }

                        return [.. got];
                    }
                )
                .AddActivityFunc("Work", _ => { })
        );
        await host.StartAsync("Collect");
        for (var n = 0; n < All; n++)
        {
            await host.Client.RaiseEventAsync("it", "Go", n);
        }

        Assert.Equal(Enumerable.Range(0, All), await host.ResultAsync<int[]>());
        await host.ActedAsync("activity #0 Work");
    }

    [Rule(
        "14",
        "One wait may stay open while timers come and go, and gets the event whenever it comes."
    )]
    public static async Task One_wait_outlasts_many_timers(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int>(
                "Loop",
                async context =>
                {
                    var ring = context.WaitForExternalEvent<int>("Go");
                    for (var n = 0; n < 2; n++)
                    {
                        using var end = new CancellationTokenSource();
                        var timer = context.CreateTimer(world.Beat, end.Token);
                        await Task.WhenAny(ring, timer);
                    }

                    await context.WaitForExternalEvent<int>("Other");
                    return await ring;
                }
            )
        );
        await host.StartAsync("Loop");
        await host.PassAsync(2.5 * world.Beat);
        await host.RaiseAsync("Go", 9);
        await host.RaiseAsync("Other", 0);

        Assert.Equal(9, await host.ResultAsync<int>());
        await host.ActedAsync("timer #0", "timer #1");
    }

    [Rule("11, 14", "A wait that is cancelled leaves those above and below it as they are.")]
    public static async Task A_cancelled_wait_leaves_the_others(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Three",
                async context =>
                {
                    using var end = new CancellationTokenSource();
                    var oldest = context.WaitForExternalEvent<int>("Go");
                    var middle = context.WaitForExternalEvent<int>("Go", end.Token);
                    var newest = context.WaitForExternalEvent<int>("Go");
                    end.Cancel();
                    await Task.WhenAll(oldest, newest);
                    return $"{await oldest} {middle.IsCanceled} {await newest}";
                }
            )
        );
        await host.StartAsync("Three");
        await host.RaiseAsync("Go", 1);
        await host.RaiseAsync("Go", 2);

        Assert.Equal("2 True 1", await host.ResultAsync<string>());
        await host.ActedAsync();
    }
}
