using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Engine.Tests.Stores;

/// <summary>A store that fails under a running engine.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task Whoever_waits_or_asks_is_told_why_the_engine_has_stopped()
    {
        await using var memory = new MemoryEngineStore();
        await using var engine = NewEngine(new FailingStore(memory, after: 7));
        await engine.StartAsync();
        var client = engine.Client;
        var waits = Enumerable
            .Range(0, 5)
            .Select(i => client.WaitForInstanceCompletionAsync($"it {i}"))
            .ToList();
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await StartAsync(engine, $"it {i}");
            }
        });

        Assert.Equal("The disk is gone.", await engine.Failure.WaitAsync(Patience));
        Func<Task>[] calls =
        [
            .. waits.Select(wait => new Func<Task>(() => wait)),
            () => StartAsync(engine, "more"),
            () => StartAsync(engine, "it 0"),
            () => client.RaiseEventAsync("it 0", "go"),
            () => client.RaiseEventAsync("nobody", "go"),
            () => client.SuspendInstanceAsync("it 0"),
            () => client.GetInstanceAsync("it 0"),
            () => client.WaitForInstanceStartAsync("it 0"),
            () => client.WaitForInstanceCompletionAsync("it 0"),
            () => client.PurgeInstanceAsync("it 0"),
            () => client.PurgeAllInstancesAsync(new PurgeInstancesFilter()),
            () =>
                client
                    .GetAllInstancesAsync()
                    .AsPages()
                    .GetAsyncEnumerator()
                    .MoveNextAsync()
                    .AsTask(),
            () => engine.ReadHistoryAsync("it 0"),
        ];
        foreach (var call in calls)
        {
            var told = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                call().WaitAsync(Patience)
            );
            Assert.Equal(
                "The engine has stopped because its store failed: The disk is gone.",
                told.Message
            );
        }
    }

    [Fact]
    public async Task A_stopped_engine_begins_nothing_more_ends_quietly_and_its_successor_goes_on()
    {
        await using var memory = new MemoryEngineStore();
        for (var after = 1; after < 10; after++)
        {
            var id = $"fan {after}";
            await using var engine = NewEngine(new FailingStore(memory, after));
            await StartAsync(engine, id);
            await engine.StartAsync();
            await engine.Failure.WaitAsync(Patience);
            await engine.StopAsync().WaitAsync(Patience);
        }

        await using var last = NewEngine(memory);
        await last.StartAsync();
        for (var after = 1; after < 10; after++)
        {
            var done = await last
                .Client.WaitForInstanceCompletionAsync($"fan {after}", getInputsAndOutputs: true)
                .WaitAsync(Patience);
            Assert.Equal(45, done.ReadOutputAs<int>());
        }
    }

    [Fact]
    public async Task Stepping_by_hand_ends_with_the_reason_too()
    {
        await using var memory = new MemoryEngineStore();
        await using var engine = NewEngine(new FailingStore(memory, after: 3));
        await StartAsync(engine, "it");
        var told = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            engine.RunUntilIdleAsync().WaitAsync(Patience)
        );
        Assert.Contains("The disk is gone.", told.Message, StringComparison.Ordinal);
    }

    private static Task<string> StartAsync(DurableEngine engine, string id) =>
        engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Fan",
            new StartOrchestrationOptions(id)
        );

    private static DurableEngine NewEngine(IEngineStore store) =>
        new(
            new DurableTaskRegistry()
                .AddOrchestratorFunc<int>(
                    "Fan",
                    async context =>
                    {
                        var sum = 0;
                        for (var i = 0; i < 10; i++)
                        {
                            sum += await context.CallActivityAsync<int>("Same", i);
                        }

                        return sum;
                    }
                )
                .AddActivityFunc<int, int>("Same", (_, i) => i),
            new ServiceCollection().BuildServiceProvider(),
            store,
            TimeProvider.System
        );
}
