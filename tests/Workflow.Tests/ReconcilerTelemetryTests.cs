using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;

namespace ProgramReview.Workflow.Tests;

/// <summary>What telemetry hears of the reconciler, as an exporter gets it.</summary>
public sealed class ReconcilerTelemetryTests
{
    [Fact]
    public async Task How_cycles_and_doorbell_stand_is_exported_at_once()
    {
        await using var watched = await Watched.StartAsync("exported");
        await watched
            .Scenario.World.Get<IBlobCreatedQueue>()
            .WakeAsync("nobody/answers/1/x", Cancel);
        watched.Scenario.World.Clock.AdvanceTo(watched.Scenario.Day(0).AddMinutes(7));

        await watched.ReconcileAsync();

        Assert.Equal(4, watched.Latest("review.assignments"));
        Assert.Equal(0, watched.Latest("review.steps.overdue"));
        Assert.Equal(7 * 60, watched.Latest("review.queues.age"));
        Assert.Equal(0, watched.Latest("review.queues.poison"));
        Assert.Equal(StorageNames.Queues, watched.Tags("review.queues.age", "queue"));
        Assert.Equal(StorageNames.Queues, watched.Tags("review.queues.poison", "queue"));
    }

    [Fact]
    public async Task When_the_sweep_fails_telemetry_hears_how_things_stand_and_the_failure_stays_one()
    {
        await using var watched = await Watched.StartAsync("failing");
        await watched.Scenario.UploadAsync(watched.Scenario.Alpha);
        watched.Scenario.World.Clock.AdvanceTo(watched.Scenario.Day(100));
        watched.Scenario.Faults.Before = call =>
        {
            if (call.Method.StartsWith("IPermissionIndex.", StringComparison.Ordinal))
            {
                throw new IOException("The line was cut.");
            }
        };

        var failure = await Assert.ThrowsAsync<AggregateException>(watched.ReconcileAsync);

        Assert.IsType<IOException>(Assert.Single(failure.Flatten().InnerExceptions));
        Assert.Equal(2, watched.Latest("review.steps.overdue"));
        Assert.Equal(0, watched.Latest("review.queues.age"));
    }

    [Fact]
    public async Task What_was_read_long_ago_is_told_no_more()
    {
        await using var watched = await Watched.StartAsync("stale");
        await watched.ReconcileAsync();

        watched.Wall.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(4, watched.Export("review.assignments"));
        Assert.Equal(0, watched.Export("review.queues.age"));
        watched.Wall.Advance(TimeSpan.FromSeconds(1));

        Assert.All(
            (string[])
                [
                    "review.assignments",
                    "review.deadline.remaining",
                    "review.steps.overdue",
                    "review.queues.age",
                    "review.queues.poison",
                ],
            instrument => Assert.Null(watched.Export(instrument))
        );
        await watched.ReconcileAsync();
        Assert.Equal(4, watched.Latest("review.assignments"));
    }

    private static CancellationToken Cancel => Scenario.Cancel;

    /// <summary>A scenario whose sweep is heard by an exporter that never exports by itself.</summary>
    private sealed class Watched : IAsyncDisposable
    {
        private readonly string cycle;
        private readonly Exporter exporter = new();
        private readonly MeterProvider provider;
        private readonly ReconcilerFunction function;
        private readonly CycleGauges cycles;
        private readonly QueueGauges queues;

        private Watched(string cycle, Scenario scenario)
        {
            (this.cycle, Scenario) = (cycle, scenario);
            provider = Sdk.CreateMeterProviderBuilder()
                .AddMeter("ProgramReview")
                .AddReader(new PeriodicExportingMetricReader(exporter, int.MaxValue))
                .Build();
            var services = scenario.World.Get<IServiceProvider>();
            cycles = ActivatorUtilities.CreateInstance<CycleGauges>(services, new WallClock(Wall));
            queues = ActivatorUtilities.CreateInstance<QueueGauges>(services, new WallClock(Wall));
            function = ActivatorUtilities.CreateInstance<ReconcilerFunction>(
                services,
                cycles,
                queues,
                new[] { provider }
            );
        }

        public Scenario Scenario { get; }

        public FakeTimeProvider Wall { get; } = new();

        public static async Task<Watched> StartAsync(string cycle) =>
            new(cycle, await Scenario.StartAsync(change: plan => plan with { Id = cycle }));

        public Task ReconcileAsync() =>
            function.RunAsync(new TimerInfo(), Scenario.World.Client, Cancel);

        /// <summary>The sum over this cycle of what was exported last, or null if nothing was.</summary>
        public double? Latest(string instrument) => exporter.Latest(instrument, cycle);

        /// <summary>What the values of an instrument are told apart by, in the order in which they were exported.</summary>
        public IEnumerable<string> Tags(string instrument, string tag) =>
            exporter.Tags(instrument, tag);

        /// <summary>The same of an export now.</summary>
        public double? Export(string instrument)
        {
            Assert.True(provider.ForceFlush());
            return Latest(instrument);
        }

        public async ValueTask DisposeAsync()
        {
            provider.Dispose();
            cycles.Dispose();
            queues.Dispose();
            await Scenario.DisposeAsync();
        }
    }

    private sealed class Exporter : BaseExporter<Metric>
    {
        private readonly List<(string Instrument, string? Cycle, double Value)> heard = [];
        private readonly List<(string Instrument, string Tag, string Value)> tags = [];

        public override ExportResult Export(in Batch<Metric> batch)
        {
            heard.Clear();
            tags.Clear();
            foreach (var metric in batch)
            {
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    if (metric.MetricType is MetricType.LongGauge or MetricType.DoubleGauge)
                    {
                        heard.Add((metric.Name, CycleOf(point), ValueOf(metric, point)));
                        foreach (var tag in point.Tags)
                        {
                            tags.Add((metric.Name, tag.Key, $"{tag.Value}"));
                        }
                    }
                }
            }
            return ExportResult.Success;
        }

        public double? Latest(string instrument, string cycle)
        {
            var mine = heard
                .Where(one => one.Instrument == instrument && (one.Cycle ?? cycle) == cycle)
                .ToList();
            return mine.Count == 0 ? null : mine.Sum(one => one.Value);
        }

        public IEnumerable<string> Tags(string instrument, string tag) =>
            tags.Where(one => one.Instrument == instrument && one.Tag == tag)
                .Select(one => one.Value);

        private static double ValueOf(Metric metric, in MetricPoint point) =>
            metric.MetricType == MetricType.LongGauge
                ? point.GetGaugeLastValueLong()
                : point.GetGaugeLastValueDouble();

        private static string? CycleOf(in MetricPoint point)
        {
            foreach (var tag in point.Tags)
            {
                if (tag.Key == "cycle")
                {
                    return tag.Value?.ToString();
                }
            }
            return null;
        }
    }
}
