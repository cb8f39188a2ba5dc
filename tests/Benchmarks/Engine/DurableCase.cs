using ProgramReview.Benchmarks.Harness;
using ProgramReview.Local.Engine;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>A workload on a file, held against its two floors: the store in memory, and the raw cost of the same rows in the same transactions.</summary>
/// <param name="Workload">What is done.</param>
/// <param name="Runs">How often; the median counts.</param>
/// <param name="LongestSeconds">What a quiet machine with two cores should need at most.</param>
internal sealed record DurableCase(Workload Workload, int Runs, double LongestSeconds)
{
    private const double HighestRatioToRaw = 7;
    private const double HighestRatioToCommits = 1.7;

    /// <summary>Against how many single commits the work is held, each a transaction of one row; 0 if against none.</summary>
    public int SingleCommits { get; init; }

    /// <summary>Whether it is one of the fan-outs, whose cost per activity is compared.</summary>
    public bool IsFanOut { get; init; }

    public async Task<IReadOnlyList<Measurement>> MeasureAsync()
    {
        var rounds = new List<Round>();
        for (var i = 0; i < Runs; i++)
        {
            rounds.Add(await RunAsync());
        }

        var seconds = Median.Of(rounds.Select(round => round.Durable.Seconds));
        var ratioToRaw = Median.Of(rounds.Select(round => round.Durable.Seconds / round.Raw));
        var limits = new List<Limit> { new("seconds", seconds, LongestSeconds, IsBinding: false) };
        var figures = new Dictionary<string, object>
        {
            ["rawSeconds"] = Math.Round(Median.Of(rounds.Select(round => round.Raw)), 4),
            ["transactions"] = Median.Of(rounds.Select(round => (double)round.Transactions)),
        };
        if (SingleCommits == 0)
        {
            limits.Insert(0, new("ratioToRaw", ratioToRaw, HighestRatioToRaw, IsBinding: true));
        }
        else
        {
            var ratio = Median.Of(rounds.Select(round => round.Durable.Seconds / round.Commits));
            figures[$"ratioTo{SingleCommits}Commits"] = Math.Round(ratio, 3);
            limits.Insert(0, new("ratioToCommits", ratio, HighestRatioToCommits, IsBinding: true));
        }

        return
        [
            new(Workload.Name, "sqlite", seconds)
            {
                Items = Workload.Activities,
                RatioToRaw = ratioToRaw,
                RatioToMemory = Median.Of(
                    rounds.Select(round => round.Durable.Seconds / round.Memory.Seconds)
                ),
                AllocatedBytes = rounds[^1].Durable.AllocatedBytes,
                Figures = figures,
                Limits = limits,
            },
            new(Workload.Name, "memory", Median.Of(rounds.Select(round => round.Memory.Seconds)))
            {
                Items = Workload.Activities,
                AllocatedBytes = rounds[^1].Memory.AllocatedBytes,
            },
        ];
    }

    /// <summary>All floors are measured next to the work itself, so that whatever else the machine does weighs on each.</summary>
    private async Task<Round> RunAsync()
    {
        using var folder = new ScratchFolder();
        var path = folder.File("engine.db");
        var store = new RecordingStore(new SqliteEngineStore(path));
        var durable = await WorkloadRun.OnAsync(store, Workload);
        var batches = store.Batches;
        var raw = RawReplay.Time(folder.File("raw.db"), batches);
        var commits =
            SingleCommits > 0
                ? RawReplay.TimeSingleCommits(folder.File("commits.db"), SingleCommits)
                : TimeSpan.Zero;
        var memory = await WorkloadRun.OnAsync(new MemoryEngineStore(), Workload);
        await StoredRows.VerifyAsync(path, Workload.Activities);
        return new(durable, memory, raw.TotalSeconds, commits.TotalSeconds, batches.Count);
    }

    private sealed record Round(
        WorkloadRun Durable,
        WorkloadRun Memory,
        double Raw,
        double Commits,
        int Transactions
    );
}
