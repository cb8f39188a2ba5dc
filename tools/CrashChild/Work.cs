using Microsoft.DurableTask;

namespace ProgramReview.Crash.Child;

/// <summary>What is interrupted: every kind of orchestration, some thousand activities, and results that depend on nothing but the code.</summary>
internal static class Work
{
    public const int Numbers = 100;

    public static DurableTaskRegistry Register(Effects effects) =>
        new DurableTaskRegistry()
            .AddOrchestratorFunc<int>("World", WorldAsync)
            .AddOrchestratorFunc<int, int>("Fan", FanAsync)
            .AddOrchestratorFunc<int, int>("Tree", TreeAsync)
            .AddOrchestratorFunc<int>("Chain", ChainAsync)
            .AddOrchestratorFunc<Generation, int>("Generations", GenerationsAsync)
            .AddOrchestratorFunc("Sender", SenderAsync)
            .AddOrchestratorFunc<int>("Receiver", ReceiverAsync)
            .AddOrchestratorFunc<int>("Timers", TimersAsync)
            .AddOrchestratorFunc<int>("Retries", RetriesAsync)
            .AddOrchestratorFunc<int>("Collector", CollectorAsync)
            .AddActivityFunc<Item, int>(
                "Do",
                (_, item) =>
                {
                    effects.Note($"run {item.Key}");
                    return item.Value;
                }
            )
            .AddActivityFunc<Item, int>(
                "Stumble",
                (_, item) =>
                    effects.Note($"run {item.Key}")
                        ? throw new InvalidOperationException("The first time it fails.")
                        : item.Value
            );

    private static async Task<int> WorldAsync(TaskOrchestrationContext context)
    {
        var parts = new List<Task<int>>();
        for (var i = 0; i < 4; i++)
        {
            parts.Add(Call<int>(context, "Fan", $"fan-{i}", 500));
        }

        parts.Add(Call<int>(context, "Tree", "tree", 3));
        parts.Add(Call<int>(context, "Chain", "chain"));
        parts.Add(Call<int>(context, "Generations", "generations", new Generation(0, 0)));
        parts.Add(Call<int>(context, "Receiver", "receiver"));
        parts.Add(Call<int>(context, "Timers", "timers"));
        parts.Add(Call<int>(context, "Retries", "retries"));
        await Call<object?>(context, "Sender", "sender");
        return (await Task.WhenAll(parts)).Sum();
    }

    private static async Task<int> FanAsync(TaskOrchestrationContext context, int width) =>
        (await Task.WhenAll(Enumerable.Range(0, width).Select(i => Do(context, i)))).Sum();

    private static async Task<int> TreeAsync(TaskOrchestrationContext context, int depth)
    {
        if (depth == 0)
        {
            return await FanAsync(context, 10);
        }

        var branches = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(i => Call<int>(context, "Tree", $"{context.InstanceId}-{i}", depth - 1))
        );
        return branches.Sum() + await Do(context, depth);
    }

    private static async Task<int> ChainAsync(TaskOrchestrationContext context)
    {
        var sum = 0;
        for (var i = 0; i < 60; i++)
        {
            sum = ((sum * 31) + await Do(context, i)) % 10_007;
        }

        return sum;
    }

    private static async Task<int> GenerationsAsync(
        TaskOrchestrationContext context,
        Generation now
    )
    {
        var parts = await Task.WhenAll(
            Enumerable.Range(0, 15).Select(i => Do(context, (now.Number * 15) + i))
        );
        var sum = now.Sum + parts.Sum();
        if (now.Number < 12)
        {
            context.ContinueAsNew(new Generation(now.Number + 1, sum));
        }

        return sum;
    }

    private static async Task SenderAsync(TaskOrchestrationContext context)
    {
        for (var i = 0; i < Numbers; i++)
        {
            context.SendEvent("receiver", "number", i);
            if (i % 10 == 0)
            {
                await Do(context, i);
            }
        }
    }

    private static async Task<int> ReceiverAsync(TaskOrchestrationContext context)
    {
        // In order, and each once: a doubled or lost one would give another sum.
        var sum = 0;
        for (var i = 0; i < Numbers; i++)
        {
            sum = ((sum * 31) + await context.WaitForExternalEvent<int>("number")) % 10_007;
        }

        return sum;
    }

    private static async Task<int> TimersAsync(TaskOrchestrationContext context)
    {
        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            using var late = new CancellationTokenSource();
            var bell = context.CreateTimer(TimeSpan.FromHours(1), late.Token);
            var work = Do(context, i);
            await Task.WhenAny(bell, work);
            late.Cancel();
            sum += await work;
        }

        return sum;
    }

    private static async Task<int> RetriesAsync(TaskOrchestrationContext context)
    {
        var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(10)));
        return (
            await Task.WhenAll(
                Enumerable
                    .Range(0, 30)
                    .Select(i =>
                        context.CallActivityAsync<int>(
                            "Stumble",
                            new Item($"{context.InstanceId}/{i}", i),
                            retry
                        )
                    )
            )
        ).Sum();
    }

    /// <summary>Takes numbers that a client sends until it has each; the client repeats what nobody confirmed.</summary>
    private static async Task<int> CollectorAsync(TaskOrchestrationContext context)
    {
        var seen = new HashSet<int>();
        while (seen.Count < Numbers)
        {
            seen.Add(await context.WaitForExternalEvent<int>("number"));
        }

        return seen.Sum();
    }

    private static Task<int> Do(TaskOrchestrationContext context, int i) =>
        context.CallActivityAsync<int>("Do", new Item($"{context.InstanceId}/{i}", i * i % 97));

    private static Task<T> Call<T>(
        TaskOrchestrationContext context,
        string name,
        string id,
        object? input = null
    ) =>
        context.CallSubOrchestratorAsync<T>(
            name,
            input,
            new SubOrchestrationOptions(instanceId: id)
        );

    private sealed record Item(string Key, int Value);

    private sealed record Generation(int Number, int Sum);
}
