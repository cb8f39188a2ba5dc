using ProgramReview.Local.Simulation.Faults;

namespace ProgramReview.Local.Simulation;

/// <summary>Leaves out of a failing run whatever it fails without, until little is left to look at.</summary>
internal sealed class Shrinker(
    SimulationFailure failure,
    int mostRuns,
    Func<long, IReadOnlySet<string>, bool, CycleRun> begin
)
{
    private readonly HashSet<string> without = [];
    private int runs;

    /// <summary>The smallest run that was found.</summary>
    public async Task<ShrunkenRun> ShrinkAsync()
    {
        await WithoutAsync(["order"]);
        foreach (var kind in Enum.GetNames<Fault>())
        {
            await WithoutAsync([kind]);
        }
        for (var size = int.MaxValue; size >= 1 && runs < mostRuns; size = size > 1 ? size / 2 : 0)
        {
            var names = await NamesAsync();
            size = Math.Clamp(names.Count, 1, size);
            foreach (var some in names.Chunk(size))
            {
                await WithoutAsync(some);
            }
        }
        await using var run = begin(failure.Seed, without, true);
        var last = await Simulations.JudgeAsync(run, failure.Seed) ?? failure;
        return new ShrunkenRun(last, [.. run.Struck], [.. run.Acts], run.Trace);
    }

    private async Task<List<string>> NamesAsync()
    {
        await using var run = begin(failure.Seed, without, false);
        await Simulations.JudgeAsync(run, failure.Seed);
        return [.. run.Struck, .. run.Acts];
    }

    /// <summary>Leaves these out for good if it fails without them just the same.</summary>
    private async Task WithoutAsync(IReadOnlyList<string> names)
    {
        if (++runs > mostRuns)
        {
            return;
        }
        var fewer = new HashSet<string>(without, StringComparer.Ordinal);
        fewer.UnionWith(names);
        await using var run = begin(failure.Seed, fewer, false);
        var again = await Simulations.JudgeAsync(run, failure.Seed);
        if (again is not null && again.Invariant == failure.Invariant)
        {
            without.UnionWith(names);
        }
    }
}
