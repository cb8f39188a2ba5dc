using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Benchmarks.Figures;

/// <summary>Folds the figures of so many bodies in a process of its own, so that memory and warmth are its own.</summary>
internal static class FigureProcess
{
    private const string Part = "figure-process";
    private const int Warm = 1_000;
    private const int WarmRuns = 4;
    private const int FewestRuns = 5;
    private const int Changes = 40;

    /// <summary>What the process runs.</summary>
    public static Command Command
    {
        get
        {
            var bodies = new Argument<int>("bodies");
            var command = new Command(Part) { bodies };
            command.SetAction(
                (parsed, cancellation) => FoldAsync(parsed.GetRequiredValue(bodies), cancellation)
            );
            return command;
        }
    }

    /// <summary>Folds so many.</summary>
    public static async Task<FigureRun> RunAsync(int bodies) =>
        JsonSerializer.Deserialize<FigureRun>(
            await ChildProcess.RunAsync(Part, bodies.ToString(CultureInfo.InvariantCulture))
        )!;

    /// <summary>The shipped plan, whose shape the larger ones have.</summary>
    public static async Task<Plan> ShapeAsync(CancellationToken cancellation)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "plans", "hanoi-01-ctr-tu", "plan.yaml");
        return PlanFile.Read(await File.ReadAllTextAsync(file, cancellation), file, null).Plan!;
    }

    private static async Task<int> FoldAsync(int bodies, CancellationToken cancellation)
    {
        var shape = await ShapeAsync(cancellation);
        var world = new FigureWorld(shape, bodies);
        var tree = FigureTree.Of(world.Plan);
        using var self = Process.GetCurrentProcess();

        // Compiled before anything is measured, in every process alike.
        var warm = bodies < Warm ? world : new FigureWorld(shape, Warm);
        for (var i = 0; i < WarmRuns; i++)
        {
            _ = FigureFold
                .All(warm.Plan, id => warm.Report(id, 0))
                .Sum(kept => kept.Shares.ToBytes().Length);
        }
        var runs = new List<(double Seconds, double Processor, long Allocated)>();
        RecordFolder store = new(tree);
        for (var i = 0; i < Math.Max(FewestRuns, Warm / bodies); i++)
        {
            store = new(tree);
            self.Refresh();
            var (before, allocated) = (self.TotalProcessorTime, GC.GetTotalAllocatedBytes());
            var watch = Stopwatch.StartNew();
            foreach (var kept in FigureFold.All(world.Plan, id => world.Report(id, 0)))
            {
                store.Write(kept);
            }
            var seconds = watch.Elapsed.TotalSeconds;
            self.Refresh();
            runs.Add(
                (
                    seconds,
                    (self.TotalProcessorTime - before).TotalSeconds,
                    GC.GetTotalAllocatedBytes() - allocated
                )
            );
        }
        self.Refresh();
        var peak = self.PeakWorkingSet64;
        var changes = Change(world, tree, store).Skip(Changes / 4).ToList();
        Console.WriteLine(
            JsonSerializer.Serialize(
                new FigureRun(
                    world.Plan.Assignments.Count(id => tree.PlaceOf(id) is not null)
                        * FigureLayout.Of(world.Plan).Count,
                    store.Count,
                    Median.Of([.. runs.Select(run => run.Seconds)]),
                    Median.Of([.. runs.Select(run => run.Processor)]),
                    peak,
                    runs[^1].Allocated,
                    store.Bytes,
                    store.Largest,
                    changes.Max(change => change.Depth),
                    Median.Of([.. changes.Select(change => change.Milliseconds)]),
                    changes.Max(change => change.Milliseconds),
                    changes.Max(change => change.Operations),
                    (long)changes.Average(change => change.Read)
                )
            )
        );
        return 0;
    }

    // Of every node on the way: the version that a writer must have seen, what those below bring, and the new record.
    private static IEnumerable<(int Depth, double Milliseconds, int Operations, long Read)> Change(
        FigureWorld world,
        FigureTree tree,
        RecordFolder store
    )
    {
        for (var i = 0; i < Changes; i++)
        {
            var id = world.Reports[i * 7919 % world.Reports.Count];
            var (operations, read) = (store.Operations, store.ReadBytes);
            var watch = Stopwatch.StartNew();
            var path = FigureFold.Changed(world.Plan, [id]);
            foreach (var node in path)
            {
                _ = store.VersionOf(node);
                store.Write(
                    FigureFold.Of(
                        world.Plan,
                        node,
                        one => world.Report(one, one == id ? i + 1 : 0),
                        store.ReadBelow(node)
                    )
                );
            }
            yield return (
                path.Count,
                watch.Elapsed.TotalMilliseconds,
                store.Operations - operations,
                store.ReadBytes - read
            );
        }
    }
}
