using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Local.Engine;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>Many instances sleep through sixty days on a virtual clock, each with ten timers of its own; twice, and both runs must leave the same histories.</summary>
/// <param name="Instances">How many instances.</param>
internal sealed record VirtualClockCase(int Instances)
{
    private const string Sleeper = "Sleeper";
    private const int Days = 60;
    private const int Timers = 10;
    private const double LongestSeconds = 0.7;
    private static readonly DateTimeOffset Start = new(2024, 8, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DurableTaskRegistry Registry =
        new DurableTaskRegistry().AddOrchestratorFunc<int, int>(
            Sleeper,
            async (context, number) =>
            {
                // No two instances wake at the same second.
                var begin = context.CurrentUtcDateTime.AddSeconds(number);
                for (var i = 1; i <= Timers; i++)
                {
                    await context.CreateTimer(
                        begin.AddDays((double)Days / Timers * i),
                        CancellationToken.None
                    );
                }

                return number;
            }
        );

    public string Name => $"virtual-clock-{Instances}x{Days}";

    public async Task<Measurement> MeasureAsync()
    {
        var first = await RunAsync();
        var second = await RunAsync();
        if (!first.Histories.SequenceEqual(second.Histories))
        {
            throw new InvalidOperationException($"{Name}: two runs left different histories.");
        }

        var seconds = Math.Max(first.Seconds, second.Seconds);
        return new(Name, "memory", seconds)
        {
            Items = Instances * Timers,
            AllocatedBytes = second.AllocatedBytes,
            Figures = new()
            {
                ["firstSeconds"] = Math.Round(first.Seconds, 3),
                ["secondSeconds"] = Math.Round(second.Seconds, 3),
                ["identicalHistoryLines"] = second.Histories.Count,
            },
            Limits = [new("seconds", seconds, LongestSeconds, IsBinding: false)],
        };
    }

    private async Task<Run> RunAsync()
    {
        var clock = new VirtualClock(Start);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var store = new MemoryEngineStore();
        await using var engine = new DurableEngine(Registry, services, store, clock);
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Instances; i++)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync(
                Sleeper,
                i,
                new StartOrchestrationOptions(IdOf(i))
            );
        }

        await engine.RunUntilIdleAsync();
        while (engine.NextDue is { } due)
        {
            clock.AdvanceTo(due);
            await engine.RunUntilIdleAsync();
        }

        watch.Stop();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new(watch.Elapsed.TotalSeconds, allocated, await HistoriesAsync(engine));
    }

    private async Task<List<string>> HistoriesAsync(DurableEngine engine)
    {
        var lines = new List<string>();
        for (var i = 0; i < Instances; i++)
        {
            var instance = await engine.Client.GetInstanceAsync(IdOf(i));
            if (instance?.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            {
                throw new InvalidOperationException(
                    $"{Name}: instance {i} was to be completed and is {instance?.RuntimeStatus}."
                );
            }

            lines.AddRange(await engine.ReadHistoryAsync(IdOf(i)));
        }

        return lines;
    }

    private static string IdOf(int number) => $"sleeper-{number}";

    private sealed record Run(double Seconds, long AllocatedBytes, List<string> Histories);
}
