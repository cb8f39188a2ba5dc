using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Engine.Tests;

/// <summary>What an engine owes to those who wait, and what it says when it cannot go on.</summary>
public sealed class LoopTests
{
    [Fact]
    public async Task A_loop_that_ends_is_no_secret()
    {
        var clock = new BrittleClock();
        await using var engine = NewEngine(clock);
        await engine.StartAsync();
        clock.IsCallers.Value = true;
        await StartAsync(engine, "before");
        await engine.Client.WaitForInstanceStartAsync("before").WaitAsync(Patience);
        var waiting = engine.Client.WaitForInstanceCompletionAsync("before");
        clock.IsBroken = true;
        await engine.Client.RaiseEventAsync("before", "go").WaitAsync(Patience);

        Assert.Equal("No time.", await engine.Failure.WaitAsync(Patience));
        Func<Task>[] calls =
        [
            () => waiting,
            () => StartAsync(engine, "after"),
            () => engine.Client.WaitForInstanceCompletionAsync("before"),
            () => engine.Client.SuspendInstanceAsync("before"),
        ];
        foreach (var call in calls)
        {
            var told = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                call().WaitAsync(Patience)
            );
            Assert.Equal(
                "The engine has stopped because of a fault of its own: No time.",
                told.Message
            );
        }

        await engine.StopAsync().WaitAsync(Patience);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_forgotten()
    {
        await using var engine = NewEngine(TimeProvider.System);
        using var hurry = new CancellationTokenSource();
        var waits = Enumerable
            .Range(0, 1000)
            .Select(i =>
                engine.Client.WaitForInstanceCompletionAsync(
                    i % 2 == 0 ? "same" : $"other {i}",
                    hurry.Token
                )
            )
            .ToList();
        Assert.Equal(1000, engine.Waiting);
        await hurry.CancelAsync();
        foreach (var wait in waits)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        }

        Assert.Equal(0, engine.Waiting);
    }

    [Fact]
    public async Task What_the_engine_does_not_have_it_refuses_by_name()
    {
        await using var engine = NewEngine(TimeProvider.System);
        var client = engine.Client;
        Func<object?>[] uses =
        [
            () => client.Entities,
            () => client.RestartAsync("it").GetAwaiter().GetResult(),
            () => client.RewindInstanceAsync("it", "why"),
            () => client.GetOrchestrationHistoryAsync("it").GetAwaiter().GetResult(),
            () =>
                NewEngine(
                    new DurableTaskRegistry().AddEntity("Counter", _ => null!),
                    TimeProvider.System
                ),
            () =>
                NewEngine(
                    new DurableTaskRegistry()
                        .AddOrchestrator("Same", new TaskVersion("1.0"), () => null!)
                        .AddOrchestrator("Same", new TaskVersion("2.0"), () => null!),
                    TimeProvider.System
                ),
        ];
        foreach (var use in uses)
        {
            Assert.Throws<NotSupportedException>(use);
        }
    }

    private static Task<string> StartAsync(DurableEngine engine, string id) =>
        engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait",
            new StartOrchestrationOptions(id)
        );

    private static DurableEngine NewEngine(TimeProvider clock) =>
        NewEngine(
            new DurableTaskRegistry().AddOrchestratorFunc(
                "Wait",
                context => context.WaitForExternalEvent<string?>("go")
            ),
            clock
        );

    private static DurableEngine NewEngine(DurableTaskRegistry registry, TimeProvider clock) =>
        new(
            registry,
            new ServiceCollection().BuildServiceProvider(),
            new MemoryEngineStore(),
            clock
        );

    /// <summary>A clock that the engine's own loop can be kept from reading.</summary>
    private sealed class BrittleClock : TimeProvider
    {
        public bool IsBroken { get; set; }

        /// <summary>Set where the loop does not come from.</summary>
        public AsyncLocal<bool> IsCallers { get; } = new();

        public override DateTimeOffset GetUtcNow() =>
            IsBroken && !IsCallers.Value ? throw new FormatException("No time.") : base.GetUtcNow();
    }
}
