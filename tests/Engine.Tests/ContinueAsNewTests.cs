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
