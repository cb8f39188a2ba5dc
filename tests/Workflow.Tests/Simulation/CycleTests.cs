using ProgramReview.Local.Simulation;

namespace ProgramReview.Simulation.Tests;

/// <summary>Whole cycles in which everything goes wrong; the nightly run plays many more (docs/simulation.md).</summary>
public sealed class CycleTests
{
    private const int Seeds = 300;

    // Of so many runs each invariant has at least one that could have broken it.
    private const int MostWithoutCase = 75;

    [Fact]
    public async Task Every_Invariant_Holds_After_Three_Hundred_Cycles_And_Had_Cases_In_Them()
    {
        var (failures, cases) = await Simulations.PlayAsync(
            from: 1,
            Seeds,
            Environment.ProcessorCount,
            _ => { },
            TestContext.Current.CancellationToken
        );

        Assert.True(
            failures.Count == 0,
            string.Join(
                '\n',
                failures.Select(failure =>
                    $"{failure.Repeat}: {failure.Invariant}: {string.Join("; ", failure.Details)}"
                )
            )
        );
        Assert.Equal(
            [],
            cases.Where(one => one.Value < Seeds / MostWithoutCase).Select(one => one.Key)
        );
    }

    [Fact]
    public async Task The_Same_Seed_Gives_The_Same_Run_To_The_Letter()
    {
        var runs = await Task.WhenAll(TraceAsync(17), TraceAsync(17), TraceAsync(18));

        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
    }

    [Fact]
    public async Task What_Goes_Wrong_Stops_At_The_Calm_And_Is_Of_Every_Kind()
    {
        var kinds = new HashSet<string>();
        for (var seed = 1; seed <= 60; seed++)
        {
            await using var run = new CycleRun(seed, new HashSet<string>(), isTraced: false);
            await run.RunAsync();
            kinds.UnionWith(run.Struck.Select(name => name.Split(':')[0]));
        }

        Assert.Equal(
            Enum.GetNames<Local.Simulation.Faults.Fault>().Order(StringComparer.Ordinal),
            kinds.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_Is_Left_Out_Does_Not_Happen_And_All_Before_It_Stays()
    {
        await using var whole = new CycleRun(3, new HashSet<string>(), isTraced: true);
        await whole.RunAsync();
        var leftOut = whole.Struck[whole.Struck.Count / 2];

        await using var without = new CycleRun(3, new HashSet<string> { leftOut }, isTraced: true);
        await without.RunAsync();

        Assert.DoesNotContain(leftOut, without.Struck);
        var before = whole.Trace.TakeWhile(line =>
            !line.EndsWith(leftOut, StringComparison.Ordinal)
        );
        Assert.Equal(before, without.Trace.Take(before.Count()));
    }

    private static async Task<IReadOnlyList<string>> TraceAsync(long seed)
    {
        await using var run = new CycleRun(seed, new HashSet<string>(), isTraced: true);
        await run.RunAsync();
        return run.Trace;
    }
}
