using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Engine.Tests;

public sealed class CrashTests
{
    [Theory, ClassData(typeof(Setups))]
    public async Task Whatever_is_done_between_crashes_is_done_once_in_history_and_all_completes(
        Setup setup
    )
    {
        static void Register(DurableTaskRegistry tasks) =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Parent",
                    async context =>
                    {
                        var sum = 0;
                        for (var i = 0; i < 4; i++)
                        {
                            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                            var parts = await Task.WhenAll(
                                Enumerable
                                    .Range(0, 5)
                                    .Select(n => context.CallSubOrchestratorAsync<int>("Child", n))
                            );
                            sum += parts.Sum();
                        }

                        return sum + await context.WaitForExternalEvent<int>("bonus");
                    }
                )
                .AddOrchestratorFunc<int, int>(
                    "Child",
                    (context, n) => context.CallActivityAsync<int>("Work", n)
                )
                .AddActivityFunc<int, int>("Work", (_, n) => n);
        await using var rig = new Rig(setup, Register);
        await rig.StartAsync("Parent");
        await rig.Client.RaiseEventAsync("it", "bonus", 100);
        for (var crash = 0; crash < 10; crash++)
        {
            await rig.CrashAsync();
            await rig.PassAsync(TimeSpan.FromHours(11));
        }

        Assert.Equal(140, (await rig.GetAsync()).ReadOutputAs<int>());
        var history = await rig.Engine.ReadHistoryAsync("it");
        Assert.Equal(
            20,
            history.Count(line => line.Contains("ChildCompleted", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Activities_that_a_kill_interrupts_run_again_and_count_once()
    {
        var folder = Directory.CreateTempSubdirectory("engine-").FullName;
        var path = Path.Combine(folder, "engine.db");
        var services = new ServiceCollection().BuildServiceProvider();
        var stuck = new TaskCompletionSource();
        var reached = new CountdownEvent(8);
        DurableTaskRegistry Registry(bool isFirst) =>
            new DurableTaskRegistry()
                .AddOrchestratorFunc<int>(
                    "Sum",
                    async context =>
                        (
                            await Task.WhenAll(
                                Enumerable
                                    .Range(0, 40)
                                    .Select(i => context.CallActivityAsync<int>("Work", i))
                            )
                        ).Sum()
                )
                .AddActivityFunc<int, int>(
                    "Work",
                    async (_, i) =>
                    {
                        if (isFirst && i >= 30)
                        {
                            reached.Signal();
                            await stuck.Task;
                        }

                        return i;
                    }
                );
        var options = new EngineOptions { MaxConcurrentActivities = 8 };

        var store = new SqliteEngineStore(path);
        var first = new DurableEngine(
            Registry(true),
            services,
            store,
            TimeProvider.System,
            options
        );
        await first.StartAsync();
        await first.Client.ScheduleNewOrchestrationInstanceAsync(
            "Sum",
            new StartOrchestrationOptions("it")
        );
        Assert.True(reached.Wait(Patience), "Eight activities were to be under way at the kill.");
        await store.DisposeAsync();

        await using var reopened = new SqliteEngineStore(path);
        await using var second = new DurableEngine(
            Registry(false),
            services,
            reopened,
            TimeProvider.System,
            options
        );
        await second.StartAsync();
        var done = await second
            .Client.WaitForInstanceCompletionAsync("it", getInputsAndOutputs: true)
            .WaitAsync(Patience);
        Assert.Equal(780, done.ReadOutputAs<int>());
        var history = await second.ReadHistoryAsync("it");
        Assert.Equal(
            40,
            history.Count(line => line.Contains("ActivityCompleted", StringComparison.Ordinal))
        );
        stuck.SetResult();
        await first.DisposeAsync();
        await second.StopAsync();
        await reopened.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task What_an_instance_had_taken_when_it_was_replaced_does_not_reach_its_successor(
        Setup setup
    )
    {
        Rig rig = null!;
        await using var made = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc(
                        "First",
                        async context =>
                        {
                            await context.WaitForExternalEvent<int>("go");

                            // In the middle of the step that has taken the event, somebody starts another under the same id.
                            Task.Run(() =>
                                    rig.Client.ScheduleNewOrchestrationInstanceAsync(
                                        "Second",
                                        new StartOrchestrationOptions("it")
                                        {
                                            DedupeStatuses = ["Completed"],
                                        }
                                    )
                                )
                                .Wait();
                        }
                    )
                    .AddOrchestratorFunc(
                        "Second",
                        context => context.WaitForExternalEvent<int>("go")
                    )
        );
        rig = made;
        await rig.StartAsync("First");
        await rig.IdleAsync();
        await rig.Client.RaiseEventAsync("it", "go", 1);
        await rig.IdleAsync();
        await rig.CrashAsync();
        await rig.IdleAsync();

        var successor = await rig.GetAsync();
        Assert.Equal("Second", successor.Name);
        Assert.Equal(OrchestrationRuntimeStatus.Running, successor.RuntimeStatus);
    }
}
