using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Engine.Tests;

public sealed class BackgroundTests
{
    private static DurableEngine NewEngine(
        IEngineStore store,
        TimeProvider clock,
        Action<DurableTaskRegistry> register,
        EngineOptions? options = null
    )
    {
        var registry = new DurableTaskRegistry();
        register(registry);
        return new(registry, new ServiceCollection().BuildServiceProvider(), store, clock, options);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_clock_that_jumps_wakes_the_engine(bool onDisk)
    {
        var folder = Directory.CreateTempSubdirectory("engine-").FullName;
        await using IEngineStore store = onDisk
            ? new SqliteEngineStore(Path.Combine(folder, "engine.db"))
            : new MemoryEngineStore();
        var clock = new VirtualClock(Rig.Start);
        await using var engine = NewEngine(
            store,
            clock,
            tasks =>
                tasks
                    .AddOrchestratorFunc<DateTime>(
                        "Wait",
                        async context =>
                        {
                            for (var i = 0; i < 5; i++)
                            {
                                await context.CreateTimer(
                                    TimeSpan.FromDays(10),
                                    CancellationToken.None
                                );
                                await context.CallActivityAsync("Note");
                            }

                            return context.CurrentUtcDateTime;
                        }
                    )
                    .AddActivityFunc("Note", _ => { })
        );
        await engine.StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        var done = engine.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        var limit = TimeProvider.System.GetTimestamp();
        while (!done.IsCompleted)
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(limit) < Patience,
                $"It is {clock.GetUtcNow():u}, the next timer is due {engine.NextDue:u}, and the instance has not ended."
            );
            if (engine.NextDue is { } due && due > clock.GetUtcNow())
            {
                clock.AdvanceTo(due);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        Assert.Equal(Rig.Start.UtcDateTime.AddDays(50), (await done).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task A_gentle_stop_lets_running_activities_finish_and_nothing_is_lost()
    {
        var store = new MemoryEngineStore();
        var runs = 0;
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        void Register(DurableTaskRegistry tasks) =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Work",
                    async context =>
                    {
                        var first = await context.CallActivityAsync<int>("Slow");
                        return first + await context.CallActivityAsync<int>("Slow");
                    }
                )
                .AddActivityFunc(
                    "Slow",
                    async _ =>
                    {
                        Interlocked.Increment(ref runs);
                        begun.TrySetResult();
                        await release.Task;
                        return 1;
                    }
                );
        await using (var engine = NewEngine(store, TimeProvider.System, Register))
        {
            await engine.StartAsync();
            await engine.Client.ScheduleNewOrchestrationInstanceAsync(
                "Work",
                new StartOrchestrationOptions("it")
            );
            await begun.Task.WaitAsync(Patience);
            var stopped = engine.StopAsync();
            release.SetResult();
            await stopped.WaitAsync(Patience);
        }

        Assert.Equal(1, runs);
        await using var next = NewEngine(store, TimeProvider.System, Register);
        await next.StartAsync();
        var done = await next.Client.WaitForInstanceCompletionAsync("it", true).WaitAsync(Patience);
        Assert.Equal(2, done.ReadOutputAs<int>());
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task No_more_activities_run_at_once_than_allowed()
    {
        var (now, most) = (0, 0);
        await using var engine = NewEngine(
            new MemoryEngineStore(),
            TimeProvider.System,
            tasks =>
                tasks
                    .AddOrchestratorFunc(
                        "Many",
                        context =>
                            Task.WhenAll(
                                Enumerable
                                    .Range(0, 50)
                                    .Select(_ => context.CallActivityAsync("Work"))
                            )
                    )
                    .AddActivityFunc(
                        "Work",
                        async _ =>
                        {
                            var running = Interlocked.Increment(ref now);
                            most = Math.Max(most, running);
                            await Task.Yield();
                            Interlocked.Decrement(ref now);
                        }
                    ),
            new EngineOptions { MaxConcurrentActivities = 3 }
        );
        await engine.StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Many");
        await engine.Client.WaitForInstanceCompletionAsync(id).WaitAsync(Patience);

        Assert.InRange(most, 1, 3);
        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.RunUntilIdleAsync());
    }
}
