namespace ProgramReview.Engine.Tests;

public sealed class ContinueAsNewTests
{
    [Theory, ClassData(typeof(Setups))]
    public async Task A_new_generation_has_a_new_input_and_an_empty_history(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc<int, int>(
                    "Count",
                    async (context, n) =>
                    {
                        await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                        if (n < 50)
                        {
                            context.ContinueAsNew(n + 1);
                        }

                        return n;
                    }
                )
        );

        Assert.Equal(50, await rig.ResultOfAsync<int>("Count", 1));
        Assert.Equal(Rig.Start.AddDays(50), rig.Clock.GetUtcNow());
        Assert.Equal(Rig.Start.AddDays(49), (await rig.GetAsync()).CreatedAt);
        Assert.True((await rig.Engine.ReadHistoryAsync("it")).Count < 10);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Unclaimed_events_are_handed_on_in_order_unless_told_otherwise(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc<bool?, string>(
                    "Hand",
                    async (context, keep) =>
                    {
                        if (keep is { } preserve)
                        {
                            await context.WaitForExternalEvent<string>("go");
                            context.ContinueAsNew(null, preserve);
                            return "";
                        }

                        await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                        context.SetCustomStatus("late");
                        return await context.WaitForExternalEvent<string>("a")
                            + await context.WaitForExternalEvent<string>("a");
                    }
                )
        );
        foreach (var keep in (bool[])[true, false])
        {
            var id = $"{keep}";
            await rig.StartAsync("Hand", keep, id);
            await rig.Client.RaiseEventAsync(id, "a", "1");
            await rig.Client.RaiseEventAsync(id, "a", "2");
            await rig.Client.RaiseEventAsync(id, "go", "");
            await rig.IdleAsync();
            await rig.CrashAsync();
            await rig.PassAllTimeAsync();
        }

        Assert.Equal("12", (await rig.GetAsync("True")).ReadOutputAs<string>());
        var waiting = await rig.GetAsync("False");
        Assert.Equal(OrchestrationRuntimeStatus.Running, waiting.RuntimeStatus);
        Assert.Equal("late", waiting.ReadCustomStatusAs<string>());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Open_timers_hold_the_next_generation_back_and_a_throw_fails(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<bool, DateTime>(
                        "Open",
                        (context, again) =>
                        {
                            if (!again)
                            {
                                _ = context.CreateTimer(
                                    TimeSpan.FromHours(4),
                                    CancellationToken.None
                                );
                                context.ContinueAsNew(true);
                            }

                            return Task.FromResult(context.CurrentUtcDateTime);
                        }
                    )
                    .AddOrchestratorFunc(
                        "Throw",
                        context =>
                        {
                            context.ContinueAsNew();
                            throw new FormatException();
                        }
                    )
        );

        Assert.Equal(
            Rig.Start.UtcDateTime.AddHours(4),
            await rig.ResultOfAsync<DateTime>("Open", false)
        );
        Assert.Equal(
            OrchestrationRuntimeStatus.Failed,
            (await rig.RunAsync("Throw", id: "t")).RuntimeStatus
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_child_that_begins_anew_still_answers_its_parent(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<int>(
                        "Parent",
                        context => context.CallSubOrchestratorAsync<int>("Child", 0)
                    )
                    .AddOrchestratorFunc<int, int>(
                        "Child",
                        (context, n) =>
                        {
                            if (n < 3)
                            {
                                context.ContinueAsNew(n + 1);
                            }

                            return Task.FromResult(n);
                        }
                    )
        );

        Assert.Equal(3, await rig.ResultOfAsync<int>("Parent"));
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task What_comes_in_the_turn_that_begins_anew_waits_for_the_next_generation(
        Setup setup
    )
    {
        await using var rig = new Rig(setup, Collectors);
        await rig.StartAsync("Collect", "");
        await rig.IdleAsync();
        await rig.Client.RaiseEventAsync("it", "e", "1");
        await rig.Client.SuspendInstanceAsync("it", "a pause");
        await rig.Client.RaiseEventAsync("it", "e", "2");
        await rig.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await rig.GetAsync()).RuntimeStatus);

        await rig.CrashAsync();
        await rig.Client.RaiseEventAsync("it", "e", "3");
        await rig.IdleAsync();
        Assert.Equal("1", (await rig.GetAsync()).ReadInputAs<string>());

        await rig.Client.ResumeInstanceAsync("it");
        await rig.PassAllTimeAsync();
        Assert.Equal("123", (await rig.GetAsync()).ReadInputAs<string>());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Nothing_acknowledged_is_lost_in_whatever_order_it_comes(Setup setup)
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            await using var rig = new Rig(setup, Collectors);
            var chance = new Random(seed);
            await rig.StartAsync("Collect", "");
            var sent = "";
            var suspended = false;
            for (var i = 0; i < 40; i++)
            {
                switch (chance.Next(8))
                {
                    case 0:
                        suspended = !suspended;
                        await (
                            suspended
                                ? rig.Client.SuspendInstanceAsync("it")
                                : rig.Client.ResumeInstanceAsync("it")
                        );
                        break;
                    case 1:
                        await rig.IdleAsync();
                        break;
                    case 2:
                        await rig.CrashAsync();
                        break;
                    case 3:
                        await rig.PassAsync(TimeSpan.FromMinutes(1));
                        break;
                    default:
                        var letter = $"{(char)('a' + sent.Length)}";
                        await rig.Client.RaiseEventAsync("it", "e", letter);
                        sent += letter;
                        break;
                }
            }

            await rig.IdleAsync();
            if (suspended)
            {
                await rig.Client.ResumeInstanceAsync("it");
            }

            await rig.PassAllTimeAsync();
            Assert.Equal(sent, (await rig.GetAsync()).ReadInputAs<string>());
        }
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task An_activity_that_ends_during_a_suspension_does_not_run_again_after_a_crash(
        Setup setup
    )
    {
        var runs = 0;
        DurableTaskClient? client = null;
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<int>(
                        "Work",
                        context => context.CallActivityAsync<int>("Suspend")
                    )
                    .AddActivityFunc<int>(
                        "Suspend",
                        async _ =>
                        {
                            await client!.SuspendInstanceAsync("it");
                            return ++runs;
                        }
                    )
        );
        client = rig.Client;
        await rig.StartAsync("Work");
        await rig.IdleAsync();
        await rig.CrashAsync();
        await rig.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await rig.GetAsync()).RuntimeStatus);
        await rig.Client.ResumeInstanceAsync("it");
        await rig.IdleAsync();

        Assert.Equal(1, (await rig.GetAsync()).ReadOutputAs<int>());
        Assert.Equal(1, runs);
    }

    /// <summary>Collects events, one in each generation; every third generation ends only when a timer has.</summary>
    private static void Collectors(DurableTaskRegistry tasks) =>
        tasks.AddOrchestratorFunc<string, string>(
            "Collect",
            async (context, seen) =>
            {
                var next = await context.WaitForExternalEvent<string>("e");
                if (seen.Length % 3 == 2)
                {
                    _ = context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                }

                context.ContinueAsNew(seen + next);
                return "";
            }
        );
}
