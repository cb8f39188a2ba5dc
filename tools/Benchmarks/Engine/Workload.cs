using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>Work for an engine that runs in the background, timed from the first call of the client to the last answer.</summary>
/// <param name="Name">The name of the case.</param>
/// <param name="Activities">How many activities run.</param>
/// <param name="RunAsync">Does the work.</param>
internal sealed record Workload(string Name, int Activities, Func<DurableTaskClient, Task> RunAsync)
{
    private const string Echo = "Echo";
    private const string Parallel = "Parallel";
    private const string InTurn = "InTurn";

    /// <summary>The orchestrations and the one trivial activity.</summary>
    public static DurableTaskRegistry Registry { get; } =
        new DurableTaskRegistry()
            .AddActivityFunc<int, int>(Echo, (_, number) => number)
            .AddOrchestratorFunc<int, int>(
                Parallel,
                async (context, count) =>
                {
                    var calls = new Task<int>[count];
                    for (var i = 0; i < count; i++)
                    {
                        calls[i] = context.CallActivityAsync<int>(Echo, i);
                    }

                    return (await Task.WhenAll(calls)).Length;
                }
            )
            .AddOrchestratorFunc<int, int>(
                InTurn,
                async (context, count) =>
                {
                    var last = 0;
                    for (var i = 0; i < count; i++)
                    {
                        last = await context.CallActivityAsync<int>(Echo, i + 1);
                    }

                    return last;
                }
            );

    /// <summary>One orchestration calls many activities at once.</summary>
    public static Workload FanOut(int count) =>
        new($"fan-out-{count}", count, client => OneAsync(client, Parallel, count));

    /// <summary>One orchestration calls many activities, each after the other.</summary>
    public static Workload Sequential(int count) =>
        new($"sequential-{count}", count, client => OneAsync(client, InTurn, count));

    /// <summary>Many orchestrations call one activity each.</summary>
    public static Workload Orchestrations(int count) =>
        new(
            $"orchestrations-{count}",
            count,
            client =>
                Task.WhenAll(Enumerable.Range(0, count).Select(_ => OneAsync(client, Parallel, 1)))
        );

    private static async Task OneAsync(DurableTaskClient client, string name, int count)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync(name, count);
        var end = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        if (end.ReadOutputAs<int>() != count)
        {
            throw new InvalidOperationException(
                $"'{name}' was to end with {count} and ended with {end.SerializedOutput}."
            );
        }
    }
}
