using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Local.Engine;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>
/// Many instances wait for a timer and an event. A process of its own takes them up from the file and delivers events to some of them; each of those
/// runs an activity and ends.
/// </summary>
/// <param name="Instances">How many wait.</param>
/// <param name="Events">How many of them get an event.</param>
internal sealed record WaitingCase(int Instances, int Events)
{
    private const string Part = "waiting-process";
    private const string Waiter = "Waiter";
    private const string Echo = "Echo";
    private const string Ring = "ring";
    private const double LongestStart = 2;
    private const double LongestDelivery = 0.5;
    private const double MostMegabytes = 400;

    private static readonly DurableTaskRegistry Registry = new DurableTaskRegistry()
        .AddActivityFunc<int, int>(Echo, (_, number) => number)
        .AddOrchestratorFunc<int, int>(
            Waiter,
            async (context, number) =>
            {
                using var over = new CancellationTokenSource();
                var due = context.CurrentUtcDateTime.AddDays(30).AddSeconds(number);
                var timer = context.CreateTimer(due, over.Token);
                var rung = context.WaitForExternalEvent<string>(Ring, over.Token);
                await Task.WhenAny(timer, rung);
                // CancelAsync would go on elsewhere.
#pragma warning disable CA1849
                over.Cancel();
#pragma warning restore CA1849
                return await context.CallActivityAsync<int>(Echo, number);
            }
        );

    /// <summary>What the process of its own runs.</summary>
    public static Command Command
    {
        get
        {
            var path = new Argument<string>("store");
            var instances = new Argument<int>("instances");
            var events = new Argument<int>("events");
            var command = new Command(Part) { path, instances, events };
            command.SetAction(parsed =>
                DeliverAsync(
                    parsed.GetRequiredValue(path),
                    parsed.GetRequiredValue(instances),
                    parsed.GetRequiredValue(events)
                )
            );
            return command;
        }
    }

    public string Name => $"waiting-{Instances}";

    public async Task<Measurement> MeasureAsync()
    {
        using var folder = new ScratchFolder();
        var path = folder.File("engine.db");
        await PrepareAsync(path);
        var output = await ChildProcess.RunAsync(
            Part,
            path,
            Instances.ToString(CultureInfo.InvariantCulture),
            Events.ToString(CultureInfo.InvariantCulture)
        );
        var figures = JsonSerializer.Deserialize<Figures>(output)!;
        await StoredRows.VerifyAsync(path, Events);
        return new(Name, "sqlite", figures.StartSeconds)
        {
            Items = Instances,
            AllocatedBytes = figures.AllocatedBytes,
            Figures = new()
            {
                ["deliverySeconds"] = Math.Round(figures.DeliverySeconds, 3),
                ["peakMegabytes"] = Math.Round(figures.PeakMegabytes),
            },
            Limits =
            [
                new("start", figures.StartSeconds, LongestStart, IsBinding: false),
                new("delivery", figures.DeliverySeconds, LongestDelivery, IsBinding: false),
                new("peakMegabytes", figures.PeakMegabytes, MostMegabytes, IsBinding: true),
            ],
        };
    }

    private async Task PrepareAsync(string path)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var store = new SqliteEngineStore(path);
        await using var engine = new DurableEngine(Registry, services, store, TimeProvider.System);
        await engine.StartAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, Instances)
                .Select(async number =>
                {
                    await engine.Client.ScheduleNewOrchestrationInstanceAsync(
                        Waiter,
                        number,
                        new StartOrchestrationOptions(IdOf(number))
                    );
                    await engine.Client.WaitForInstanceStartAsync(IdOf(number));
                })
        );
    }

    private static async Task DeliverAsync(string path, int instances, int events)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var store = new SqliteEngineStore(path);
        await using var engine = new DurableEngine(Registry, services, store, TimeProvider.System);
        await engine.StartAsync();
        using var process = Process.GetCurrentProcess();
        var start =
            TimeProvider.System.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime();

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, events)
                .Select(async number =>
                {
                    var id = IdOf(number * (instances / events));
                    await engine.Client.RaiseEventAsync(id, Ring);
                    var end = await engine.Client.WaitForInstanceCompletionAsync(id);
                    if (end.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
                    {
                        throw new InvalidOperationException($"{id} ended {end.RuntimeStatus}.");
                    }
                })
        );
        watch.Stop();
        process.Refresh();
        var figures = new Figures(
            start.TotalSeconds,
            watch.Elapsed.TotalSeconds,
            process.PeakWorkingSet64 / 1e6,
            GC.GetTotalAllocatedBytes()
        );
        Console.WriteLine(JsonSerializer.Serialize(figures));
    }

    private static string IdOf(int number) => $"waiter-{number}";

    private sealed record Figures(
        double StartSeconds,
        double DeliverySeconds,
        double PeakMegabytes,
        long AllocatedBytes
    );
}
