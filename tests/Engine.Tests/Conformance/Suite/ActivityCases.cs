namespace ProgramReview.Conformance.Suite;

internal static class ActivityCases
{
    [Rule("111", "An activity takes one input and gives one result.")]
    public static async Task One_input_one_result(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int, int>(
                    "Twice",
                    async (context, n) =>
                        await context.CallActivityAsync<int>("Double", n)
                        + await context.CallActivityAsync<int>("Double", 10 * n)
                )
                .AddActivityFunc<int, int>("Double", (_, n) => 2 * n)
        );

        Assert.Equal(66, await host.RunAsync<int>("Twice", 3));
        await host.ActedAsync("activity #0 Double", "activity #1 Double");
    }

    [Rule("111", "An array is one input, and so is a list of arrays.")]
    public static async Task An_array_is_one_input(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Sums",
                    async context =>
                        await context.CallActivityAsync<int>("Sum", new[] { 1, 2, 3 })
                        + 100
                            * await context.CallActivityAsync<int>(
                                "Count",
                                new[] { [1, 2], Array.Empty<int>() }
                            )
                )
                .AddActivityFunc<int[], int>("Sum", (_, all) => all.Sum())
                .AddActivityFunc<int[][], int>("Count", (_, all) => all.Length)
        );

        Assert.Equal(206, await host.RunAsync<int>("Sums"));
        await host.ActedAsync("activity #0 Sum", "activity #1 Count");
    }

    [Rule("114", "Records, nested and with missing parts, go there and back unchanged.")]
    public static async Task Records_travel_unchanged(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<Post, Post>(
                    "Forward",
                    (context, post) => context.CallActivityAsync<Post>("Stamp", post)
                )
                .AddActivityFunc<Post, Post>(
                    "Stamp",
                    (_, post) => post with { Stamps = post.Stamps + 1 }
                )
        );
        var post = new Post(
            "Ủy ban \"A\"",
            1,
            null,
            new Post("b", 0, new DateOnly(2024, 8, 1), null)
        );

        Assert.Equal(post with { Stamps = 2 }, await host.RunAsync<Post>("Forward", post));
        await host.ActedAsync("activity #0 Stamp");
    }

    [Rule("113", "A result that is null becomes the caller's default, also of a value type.")]
    public static async Task A_null_result_becomes_the_default(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Ask",
                    async context =>
                        $"{await context.CallActivityAsync<int>("Nothing")} {await context.CallActivityAsync<string>("Nothing") ?? "null"}"
                )
                .AddActivityFunc<string?>("Nothing", _ => (string?)null)
        );

        Assert.Equal("0 null", await host.RunAsync<string>("Ask"));
        await host.ActedAsync("activity #0 Nothing", "activity #1 Nothing");
    }

    [Rule("112", "An activity that takes a value type and is called without one fails.")]
    public static async Task A_missing_value_fails_the_activity(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Ask",
                    async context =>
                    {
                        try
                        {
                            return $"{await context.CallActivityAsync<int>("Double")}";
                        }
                        catch (TaskFailedException exception)
                        {
                            return exception.FailureDetails.ErrorType;
                        }
                    }
                )
                .AddActivityFunc<int, int>("Double", (_, n) => 2 * n)
        );

        Assert.Equal("System.Text.Json.JsonException", await host.RunAsync<string>("Ask"));
        await host.ActedAsync("activity #0 Double");
    }

    [Rule("3", "A fan-out is numbered in the order of the calls, and its results keep that order.")]
    public static async Task A_fan_out_keeps_its_order(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int[]>(
                    "Fan",
                    context =>
                        Task.WhenAll(
                            Enumerable
                                .Range(0, 12)
                                .Select(n => context.CallActivityAsync<int>("Square", n))
                        )
                )
                .AddActivityFunc<int, int>("Square", (_, n) => n * n)
        );

        Assert.Equal(Enumerable.Range(0, 12).Select(n => n * n), await host.RunAsync<int[]>("Fan"));
        await host.ActedAsync([.. Enumerable.Range(0, 12).Select(n => $"activity #{n} Square")]);
    }

    [Rule("3", "Activities, timers, children and sent events are numbered by one counter.")]
    public static async Task All_actions_share_one_counter(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc(
                    "All",
                    async context =>
                    {
                        await context.CallActivityAsync("Work");
                        await context.CreateTimer(world.Beat, CancellationToken.None);
                        await context.CallSubOrchestratorAsync("Part");
                        context.SendEvent("nobody", "Hello", 1);
                        await context.CallActivityAsync("Work");
                    }
                )
                .AddOrchestratorFunc("Part", _ => { })
                .AddActivityFunc("Work", _ => { })
        );

        await host.RunAsync<object>("All");
        await host.ActedAsync(
            "activity #0 Work",
            "timer #1",
            "child #2 Part",
            "event #3 Hello",
            "activity #4 Work"
        );
    }

    [Rule("3", "An activity, a timer, an event and a child can be awaited together.")]
    public static async Task Mixed_tasks_are_awaited_together(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Mixed",
                    async context =>
                    {
                        var work = context.CallActivityAsync<int>("Work");
                        var timer = context.CreateTimer(world.Beat, CancellationToken.None);
                        var go = context.WaitForExternalEvent<int>("Go");
                        var part = context.CallSubOrchestratorAsync<int>("Part");
                        await Task.WhenAll(work, timer, go, part);
                        return await work + await go + await part;
                    }
                )
                .AddOrchestratorFunc("Part", _ => 100)
                .AddActivityFunc("Work", _ => 10)
        );
        await host.StartAsync("Mixed");
        await host.RaiseAsync("Go", 1);

        Assert.Equal(111, await host.ResultAsync<int>());
        await host.ActedAsync("activity #0 Work", "timer #1", "child #2 Part");
    }

    [Rule(
        "4",
        "An instance whose code has ended stays Running until every activity it began has ended."
    )]
    public static async Task An_activity_nobody_awaits_holds_back_the_end(IConformanceWorld world)
    {
        var ran = false;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Forgetful",
                    context =>
                    {
                        _ = context.CallActivityAsync("Work");
                        return "early";
                    }
                )
                .AddActivityFunc(
                    "Work",
                    _ =>
                    {
                        ran = true;
                    }
                )
        );

        Assert.Equal("early", await host.RunAsync<string>("Forgetful"));
        Assert.True(ran);
        await host.ActedAsync("activity #0 Work");
    }

    [Rule(
        "117",
        "The names of tasks are found whatever their case; an instance shows its name as the caller wrote it."
    )]
    public static async Task Names_are_found_whatever_their_case(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Outer",
                    async context =>
                        context.Name + " " + await context.CallActivityAsync<string>("wORK")
                )
                .AddActivityFunc("Work", context => context.Name.ToString())
        );
        await host.StartAsync("oUTER");

        Assert.StartsWith("oUTER ", await host.ResultAsync<string>(), StringComparison.Ordinal);
        Assert.Equal("oUTER", (await host.GetAsync()).Name);
        await host.ActedAsync("activity #0 wORK");
    }

    [Rule("111", "An activity knows the id of the instance that called it.")]
    public static async Task An_activity_knows_its_caller(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Ask",
                    context => context.CallActivityAsync<string>("Who")
                )
                .AddActivityFunc("Who", context => context.InstanceId)
        );

        Assert.Equal("it", await host.RunAsync<string>("Ask"));
        await host.ActedAsync("activity #0 Who");
    }

    [Rule("55", "Task options in the place of the input are refused at the call.")]
    public static async Task Options_as_the_input_are_refused(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Mistaken",
                    async context =>
                    {
                        try
                        {
                            object options = new TaskOptions();
                            await context.CallActivityAsync("Work", options);
                            return "taken";
                        }
                        catch (ArgumentException)
                        {
                            return "refused";
                        }
                    }
                )
                .AddActivityFunc("Work", _ => { })
        );

        Assert.Equal("refused", await host.RunAsync<string>("Mistaken"));
        await host.ActedAsync();
    }

    [Rule(
        "54",
        "An input that cannot be written as JSON is refused at the call and never tried again."
    )]
    public static async Task An_unwritable_input_is_refused_at_the_call(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Mistaken",
                    async context =>
                    {
                        try
                        {
                            await context.CallActivityAsync(
                                "Work",
                                typeof(string),
                                TaskOptions.FromRetryPolicy(new RetryPolicy(2, world.Beat))
                            );
                            return "taken";
                        }
                        catch (NotSupportedException)
                        {
                            return "refused";
                        }
                    }
                )
                .AddActivityFunc<object>("Work", (_, _) => { })
        );

        Assert.Equal("refused", await host.RunAsync<string>("Mistaken"));
        await host.ActedAsync();
    }

    [Rule("3", "A wide fan-out by several children is gathered whole.")]
    public static async Task A_wide_fan_out_is_gathered(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Wide",
                    async context =>
                        (
                            await Task.WhenAll(
                                Enumerable
                                    .Range(0, 4)
                                    .Select(n => context.CallSubOrchestratorAsync<int>("Part", n))
                            )
                        ).Sum()
                )
                .AddOrchestratorFunc<int, int>(
                    "Part",
                    async (context, part) =>
                        (
                            await Task.WhenAll(
                                Enumerable
                                    .Range(10 * part, 10)
                                    .Select(n => context.CallActivityAsync<int>("Same", n))
                            )
                        ).Sum()
                )
                .AddActivityFunc<int, int>("Same", (_, n) => n)
        );

        Assert.Equal(Enumerable.Range(0, 40).Sum(), await host.RunAsync<int>("Wide"));
        await host.ActedAsync("child #0 Part", "child #1 Part", "child #2 Part", "child #3 Part");
    }

    private sealed record Post(string Name, int Stamps, DateOnly? Due, Post? Inner);

    [Rule("83", "An activity has the version its call asks for, else that of its caller.")]
    public static async Task An_activity_has_the_version_of_its_call(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Versions",
                    async context =>
                    {
                        var inherited = await context.CallActivityAsync<string>("Version");
                        var asked = await context.CallActivityAsync<string>(
                            "Version",
                            new TaskOptions { Version = "2.0" }
                        );
                        return $"{inherited} {asked}";
                    }
                )
                .AddActivityFunc<string>("Version", context => context.Version)
        );
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Versions",
            new StartOrchestrationOptions("it") { Version = "1.0" }
        );

        Assert.Equal("1.0 2.0", await host.ResultAsync<string>());
        await host.ActedAsync("activity #0 Version", "activity #1 Version");
    }
}
