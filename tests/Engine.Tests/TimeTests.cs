namespace ProgramReview.Engine.Tests;

public sealed class TimeTests
{
    [Theory, ClassData(typeof(Setups))]
    public async Task A_timer_of_any_length_fires_at_its_instant(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc<DateTime>(
                    "Wait",
                    async context =>
                    {
                        await context.CreateTimer(TimeSpan.FromDays(400), CancellationToken.None);
                        return context.CurrentUtcDateTime;
                    }
                )
        );

        var woken = await rig.ResultOfAsync<DateTime>("Wait");

        Assert.Equal(Rig.Start.UtcDateTime.AddDays(400), woken);
        Assert.Equal(DateTimeKind.Utc, woken.Kind);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_timer_never_fires_early(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc(
                    "Wait",
                    context => context.CreateTimer(TimeSpan.FromMilliseconds(1500), default)
                )
        );
        await rig.StartAsync("Wait");
        await rig.IdleAsync();

        Assert.Equal(Rig.Start.AddMilliseconds(1500), rig.Engine.NextDue);
        rig.Clock.AdvanceTo(Rig.Start.AddMilliseconds(1500).AddTicks(-1));
        await rig.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await rig.GetAsync()).RuntimeStatus);
        rig.Clock.AdvanceTo(Rig.Start.AddMilliseconds(1500));
        await rig.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await rig.GetAsync()).RuntimeStatus);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_past_timer_fires_at_once_but_in_a_later_turn(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc<bool>(
                    "Past",
                    async context =>
                    {
                        var timer = context.CreateTimer(
                            TimeSpan.FromDays(-1),
                            CancellationToken.None
                        );
                        var atOnce = timer.IsCompleted;
                        await timer;
                        return atOnce;
                    }
                )
        );

        Assert.False(await rig.ResultOfAsync<bool>("Past"));
        Assert.Equal(Rig.Start, rig.Clock.GetUtcNow());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_cancelled_timer_throws_and_holds_nothing_back_even_after_a_crash(
        Setup setup
    )
    {
        static void Register(DurableTaskRegistry tasks) =>
            tasks.AddOrchestratorFunc<string>(
                "Cancel",
                async context =>
                {
                    using var end = new CancellationTokenSource();
                    var timer = context.CreateTimer(TimeSpan.FromDays(99), end.Token);
                    await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                    end.Cancel();
                    await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                    try
                    {
                        await timer;
                        return "fired";
                    }
                    catch (TaskCanceledException)
                    {
                        return "cancelled";
                    }
                }
            );
        await using var rig = new Rig(setup, Register);
        await rig.StartAsync("Cancel");
        await rig.PassAsync(TimeSpan.FromDays(1));
        await rig.CrashAsync();
        await rig.PassAllTimeAsync();

        Assert.Equal("cancelled", (await rig.GetAsync()).ReadOutputAs<string>());
        Assert.Equal(Rig.Start.AddDays(2), rig.Clock.GetUtcNow());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_timer_nobody_awaits_holds_back_the_end(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<string>(
                        "Leave",
                        context =>
                        {
                            _ = context.CreateTimer(TimeSpan.FromHours(3), CancellationToken.None);
                            return Task.FromResult("gone");
                        }
                    )
                    .AddOrchestratorFunc(
                        "Throw",
                        context =>
                        {
                            _ = context.CreateTimer(TimeSpan.FromHours(3), CancellationToken.None);
                            throw new FormatException();
                        }
                    )
        );
        await rig.StartAsync("Leave");
        await rig.StartAsync("Throw", id: "throw");
        await rig.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await rig.GetAsync()).RuntimeStatus);
        Assert.Equal(
            OrchestrationRuntimeStatus.Running,
            (await rig.GetAsync("throw")).RuntimeStatus
        );
        await rig.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("gone", (await rig.GetAsync()).ReadOutputAs<string>());
        Assert.Equal(
            OrchestrationRuntimeStatus.Failed,
            (await rig.GetAsync("throw")).RuntimeStatus
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Sixty_days_pass_at_once_and_leave_the_same_history_each_time(Setup setup)
    {
        static void Register(DurableTaskRegistry tasks) =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Days",
                    async context =>
                    {
                        for (var day = 0; day < 60; day++)
                        {
                            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                            await context.CallActivityAsync("Note", context.NewGuid());
                        }

                        return await context.CallSubOrchestratorAsync<int>("Child");
                    }
                )
                .AddOrchestratorFunc<int>("Child", _ => Task.FromResult(60))
                .AddActivityFunc<Guid>("Note", (_, _) => { });

        var histories = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var rig = new Rig(setup, Register);
            for (var i = 0; i < 3; i++)
            {
                await rig.StartAsync("Days", id: $"days-{i}");
            }

            await rig.PassAllTimeAsync();
            Assert.Equal(60, (await rig.GetAsync("days-2")).ReadOutputAs<int>());
            var lines = new List<string>();
            await foreach (var instance in rig.Client.GetAllInstancesAsync())
            {
                lines.Add(instance.InstanceId);
                lines.AddRange(await rig.Engine.ReadHistoryAsync(instance.InstanceId));
            }

            histories.Add(string.Join('\n', lines));
        }

        Assert.True(histories[0].Length > 50_000);
        Assert.Equal(histories[0], histories[1]);
    }

    [Fact]
    public async Task Kept_and_replayed_orchestrations_leave_the_same_history()
    {
        var histories = new List<string>();
        foreach (var setup in Enum.GetValues<Setup>())
        {
            await using var rig = new Rig(
                setup,
                tasks =>
                    tasks
                        .AddOrchestratorFunc<int>(
                            "Mixed",
                            async context =>
                            {
                                var sum = 0;
                                foreach (var i in Enumerable.Range(0, 5))
                                {
                                    using var end = new CancellationTokenSource();
                                    var timer = context.CreateTimer(
                                        TimeSpan.FromHours(i),
                                        end.Token
                                    );
                                    var work = context.CallActivityAsync<int>("Add", i);
                                    await Task.WhenAny(timer, work);
                                    end.Cancel();
                                    sum += await work;
                                    context.SetCustomStatus(sum);
                                }

                                return sum + await context.CallSubOrchestratorAsync<int>("Child");
                            }
                        )
                        .AddOrchestratorFunc<int>(
                            "Child",
                            context => context.CallActivityAsync<int>("Add", 10)
                        )
                        .AddActivityFunc<int, int>("Add", (_, i) => i + 1)
            );
            Assert.Equal(26, await rig.ResultOfAsync<int>("Mixed"));
            histories.Add(string.Join('\n', await rig.Engine.ReadHistoryAsync("it")));
        }

        Assert.Single(histories.Distinct());
    }
}
