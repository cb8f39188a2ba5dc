using ProgramReview.Local.Simulation.Invariants;

namespace ProgramReview.Local.Simulation;

/// <summary>Plays whole cycles by seed and holds the invariants against each.</summary>
public static class Simulations
{
    private static readonly HashSet<string> Nothing = [];

    /// <summary>The names and sentences of everything that is held.</summary>
    public static IReadOnlyList<(string Name, string Sentence)> Invariants =>
        [.. All.Invariants.Select(invariant => (NameOf(invariant), invariant.Sentence))];

    /// <summary>Plays so many seeds, on several cores.</summary>
    /// <param name="from">The first seed.</param>
    /// <param name="seeds">How many.</param>
    /// <param name="jobs">On how many cores.</param>
    /// <param name="played">Called after each run with its failure or null; from any thread.</param>
    /// <param name="cancellation">Stops after the runs that have begun.</param>
    public static async Task<PlayedCycles> PlayAsync(
        long from,
        int seeds,
        int jobs,
        Action<SimulationFailure?> played,
        CancellationToken cancellation
    )
    {
        var failures = new List<SimulationFailure>();
        var cases = All.Invariants.ToDictionary(NameOf, _ => 0, StringComparer.Ordinal);
        var next = from - 1;
        var gate = new Lock();
        async Task WorkAsync()
        {
            for (
                var seed = Interlocked.Increment(ref next);
                seed < from + seeds && !cancellation.IsCancellationRequested;
                seed = Interlocked.Increment(ref next)
            )
            {
                await using var run = new CycleRun(seed, Nothing, isTraced: false);
                var tried = new List<string>();
                var failure = await JudgeAsync(run, seed, tried);
                lock (gate)
                {
                    tried.ForEach(name => cases[name]++);
                    if (failure is not null)
                    {
                        failures.Add(failure);
                    }
                }
                played(failure);
            }
        }

        await Task.WhenAll(
            Enumerable.Range(0, jobs).Select(_ => Task.Run(WorkAsync, cancellation))
        );
        return new PlayedCycles([.. failures.OrderBy(failure => failure.Seed)], cases);
    }

    /// <summary>Plays one seed and holds nothing against it, to see what playing costs.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="reads">Whether anybody looks at what files hold.</param>
    public static async Task PlayOnlyAsync(long seed, bool reads)
    {
        await using var run = new CycleRun(seed, Nothing, isTraced: false, reads: reads);
        await run.RunAsync();
    }

    /// <summary>Finds the smallest run that still fails the same way.</summary>
    public static Task<ShrunkenRun> ShrinkAsync(SimulationFailure failure, int mostRuns = 400) =>
        new Shrinker(
            failure,
            mostRuns,
            (seed, without, isTraced) => new CycleRun(seed, without, isTraced)
        ).ShrinkAsync();

    /// <summary>Plays a run and holds every invariant against it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="tried">Takes the names of the invariants that it could have broken.</param>
    /// <returns>What did not hold, or null.</returns>
    internal static async Task<SimulationFailure?> JudgeAsync(
        CycleRun run,
        long seed,
        List<string>? tried = null
    )
    {
        Evidence evidence;
        // Whatever breaks a run is told with its seed.
#pragma warning disable CA1031
        try
        {
            await run.RunAsync();
            evidence = await run.GatherAsync();
        }
        catch (Exception exception)
        {
            return new SimulationFailure(
                seed,
                null,
                "A run ends without an exception.",
                [exception.ToString()]
            );
        }
#pragma warning restore CA1031
        tried?.AddRange(
            All.Invariants.Where(invariant => invariant.HasCase(evidence)).Select(NameOf)
        );
        foreach (var invariant in All.Invariants)
        {
            var broken = invariant.Broken(evidence).ToList();
            if (broken.Count > 0)
            {
                return new SimulationFailure(seed, NameOf(invariant), invariant.Sentence, broken);
            }
        }
        return null;
    }

    private static string NameOf(IInvariant invariant) => invariant.GetType().Name;
}
