using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Cycle;

/// <summary>Whole review cycles on a virtual clock, with the live rules, orchestrations, activities and letters; each in a process of its own.</summary>
internal sealed class CycleBenchmark : IBenchmark
{
    private const int Small = 1000;
    private const int Large = 12_000;
    private const double MostMegabytes = 1500;
    private const double MostCostRatio = 1.3;
    private const double MostReadingRatio = 2;

    /// <inheritdoc/>
    public string Name => "cycle";

    /// <inheritdoc/>
    public string Summary => "Rehearse whole review cycles, from 34 bodies to 12,000";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny)
    {
        if (isTiny)
        {
            yield return (await CycleProcess.RunAsync(units: 0)).ToMeasurement("cycle-hanoi");
            yield break;
        }
        if (cases("cycle-hanoi"))
        {
            var run = await CycleProcess.RunAsync(units: 0);
            yield return run.ToMeasurement("cycle-hanoi") with
            {
                Limits = [new Limit("s with start", run.SecondsWithStart, 3, IsBinding: false)],
            };
        }
        if (!cases("cycle-1000") && !cases("cycle-12000"))
        {
            yield break;
        }
        var small = await CycleProcess.RunAsync(Small);
        yield return small.ToMeasurement("cycle-1000") with
        {
            Limits = [new Limit("s", small.SecondsWithStart, 5, IsBinding: false)],
        };
        if (cases("cycle-12000"))
        {
            var large = await CycleProcess.RunAsync(Large);
            var ratio = large.SecondsPerBody / small.SecondsPerBody;
            var unread = await CycleProcess.RunAsync(Large, reads: false);
            yield return unread.ToMeasurement("cycle-12000-unread");
            yield return large.ToMeasurement("cycle-12000") with
            {
                Limits =
                [
                    new Limit("MB", large.PeakBytes / 1e6, MostMegabytes, IsBinding: true),
                    new Limit("x a body of 1000", ratio, MostCostRatio, IsBinding: true),
                    new Limit(
                        "x as long as unread",
                        large.ProcessorSeconds / unread.ProcessorSeconds,
                        MostReadingRatio,
                        IsBinding: true
                    ),
                    new Limit("s", large.SecondsWithStart, 75, IsBinding: false),
                ],
            };
        }
    }
}
