using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Engine.Tests;

/// <summary>The order in which waiting work runs can be chosen from outside, and rings can be lost on their way.</summary>
public sealed class OrderTests
{
    private const int Calls = 6;

    [Fact]
    public async Task Without_A_Choice_Activities_Run_In_The_Order_They_Were_Called()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5], await OrderAsync(pick: null));
    }

    [Fact]
    public async Task The_Last_Can_Be_Chosen_First_And_All_Run_Once()
    {
        // The last of all goes first; those that were before it follow in their order, and the last of them goes next.
        Assert.Equal([5, 4, 3, 2, 1, 0], await OrderAsync(count => count - 1));
    }

    [Fact]
    public async Task The_Same_Choices_Give_The_Same_Order()
    {
        Func<int, int> Seeded()
        {
            var random = new Random(17);
            return random.Next;
        }

        var first = await OrderAsync(Seeded());

        Assert.NotEqual([0, 1, 2, 3, 4, 5], first);
        Assert.Equal(first, await OrderAsync(Seeded()));
        Assert.Equal(Enumerable.Range(0, Calls), first.Order());
    }

    [Fact]
    public async Task What_Callers_Send_Goes_Through_The_Wrapped_Client()
    {
        var wrapped = new List<DurableTaskClient>();
        await using var engine = Engine(
            new DurableTaskRegistry(),
            new EngineOptions
            {
                WrapClient = client =>
                {
                    wrapped.Add(client);
                    return client;
                },
            }
        );

        Assert.Same(Assert.Single(wrapped), engine.Client);
    }

    private static async Task<IReadOnlyList<int>> OrderAsync(Func<int, int>? pick)
    {
        var ran = new List<int>();
        var tasks = new DurableTaskRegistry()
            .AddOrchestratorFunc<int>(
                "FanOut",
                async context =>
                {
                    await Task.WhenAll(
                        Enumerable
                            .Range(0, Calls)
                            .Select(i => context.CallActivityAsync<int>("Note", i))
                    );
                    return Calls;
                }
            )
            .AddActivityFunc<int, int>(
                "Note",
                (_, i) =>
                {
                    ran.Add(i);
                    return i;
                }
            );
        await using var engine = Engine(
            tasks,
            new EngineOptions { CacheInstances = false, Pick = pick }
        );
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("FanOut");
        await engine.RunUntilIdleAsync();
        return ran;
    }

    private static DurableEngine Engine(DurableTaskRegistry tasks, EngineOptions options) =>
        new(
            tasks,
            new ServiceCollection().BuildServiceProvider(),
            new MemoryEngineStore(),
            new VirtualClock(Rig.Start),
            options
        );
}
