using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>A workload on a file, held against its two floors: the store in memory, and the raw cost of the same rows in the same transactions.</summary>
/// <param name="Workload">What is done.</param>
/// <param name="Runs">How often; the median counts.</param>
/// <param name="LongestSeconds">What a quiet machine with two cores should need at most.</param>
internal sealed record DurableCase(Workload Workload, int Runs, double LongestSeconds)
{
    private const double HighestRatioToRaw = 7;
    private const double HighestRatioToCommits = 1.7;
    private const double HighestGrowth = 1.5;

    /// <summary>Held against so many transactions of one row each, instead of the raw cost of its own.</summary>
    public int? SingleCommits { get; init; }

    /// <summary>Less of the same: an activity among many must not cost more processor time than one among few.</summary>
    public Workload? Small { get; init; }

    public async Task<IReadOnlyList<Measurement>> MeasureAsync()
    {
        var rounds = new List<DurableRound>();
        for (var i = 0; i < Runs; i++)
        {
            rounds.Add(await DurableRound.RunAsync(this));
        }

        return
        [
            new(Workload.Name, "sqlite", MedianOf(round => round.Durable.Seconds))
            {
                Items = Workload.Activities,
                RatioToRaw = MedianOf(round => round.Durable.Seconds / round.RawSeconds),
                RatioToMemory = MedianOf(round => round.Durable.Seconds / round.Memory.Seconds),
                AllocatedBytes = rounds[^1].Durable.AllocatedBytes,
                Figures = new()
                {
                    ["rawSeconds"] = Math.Round(MedianOf(round => round.RawSeconds), 4),
                    ["transactions"] = MedianOf(round => round.Transactions),
                },
                Limits = [.. LimitsOf(MedianOf)],
            },
            new(Workload.Name, "memory", MedianOf(round => round.Memory.Seconds))
            {
                Items = Workload.Activities,
                AllocatedBytes = rounds[^1].Memory.AllocatedBytes,
            },
        ];

        double MedianOf(Func<DurableRound, double> figure) => Median.Of(rounds.Select(figure));
    }

    private IEnumerable<Limit> LimitsOf(Func<Func<DurableRound, double>, double> median)
    {
        yield return SingleCommits is { } count
            ? new(
                $"ratioTo{count}Commits",
                median(round => round.Durable.Seconds / round.CommitSeconds),
                HighestRatioToCommits,
                IsBinding: true
            )
            : new(
                "ratioToRaw",
                median(round => round.Durable.Seconds / round.RawSeconds),
                HighestRatioToRaw,
                IsBinding: true
            );
        if (Small is not null)
        {
            yield return new(
                $"cpuPerItemTo-{Small.Name}",
                median(round =>
                    round.Durable.CpuSeconds
                    / Workload.Activities
                    / (round.SmallCpuSeconds / Small.Activities)
                ),
                HighestGrowth,
                IsBinding: true
            );
        }

        yield return new(
            "seconds",
            median(round => round.Durable.Seconds),
            LongestSeconds,
            IsBinding: false
        );
    }
}
