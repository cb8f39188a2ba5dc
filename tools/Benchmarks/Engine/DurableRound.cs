using ProgramReview.Benchmarks.Harness;
using ProgramReview.Local.Engine;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>The work and its floors, measured next to each other, so that whatever else the machine does weighs on all of them.</summary>
/// <param name="Durable">On a file.</param>
/// <param name="Memory">In memory.</param>
/// <param name="RawSeconds">The same rows in the same transactions, with nothing around them.</param>
/// <param name="Transactions">How many those were.</param>
/// <param name="CommitSeconds">So many single commits as the case is held against.</param>
/// <param name="SmallCpuSeconds">What less of the same work computes, on a file.</param>
internal sealed record DurableRound(
    WorkloadRun Durable,
    WorkloadRun Memory,
    double RawSeconds,
    int Transactions,
    double CommitSeconds,
    double SmallCpuSeconds
)
{
    private const int SmallRuns = 5;

    public static async Task<DurableRound> RunAsync(DurableCase durable)
    {
        using var folder = new ScratchFolder();
        var path = folder.File("engine.db");
        var commits = durable.SingleCommits ?? 0;

        var small = await MeasureSmallAsync(durable.Small);
        var before = RawReplay.TimeSingleCommits(folder.File("before.db"), commits / 2);
        var store = new RecordingStore(new SqliteEngineStore(path));
        var run = await WorkloadRun.OnAsync(store, durable.Workload);
        var after = RawReplay.TimeSingleCommits(folder.File("after.db"), commits - commits / 2);
        var raw = RawReplay.Time(folder.File("raw.db"), store.Batches);
        var memory = await WorkloadRun.OnAsync(new MemoryEngineStore(), durable.Workload);
        await StoredRows.VerifyAsync(path, durable.Workload.Activities);

        return new(
            run,
            memory,
            raw.TotalSeconds,
            store.Batches.Count,
            (before + after).TotalSeconds,
            small
        );
    }

    private static async Task<double> MeasureSmallAsync(Workload? small)
    {
        if (small is null)
        {
            return 0;
        }

        var seconds = new List<double>();
        for (var i = 0; i < SmallRuns; i++)
        {
            using var folder = new ScratchFolder();
            var store = new SqliteEngineStore(folder.File("engine.db"));
            seconds.Add((await WorkloadRun.OnAsync(store, small)).CpuSeconds);
        }

        return Median.Of(seconds);
    }
}
