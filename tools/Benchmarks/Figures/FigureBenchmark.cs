using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Figures;

/// <summary>The figures of a large cycle: all of them, and one changed report; each size in a process of its own.</summary>
internal sealed class FigureBenchmark : IBenchmark
{
    private const int Small = 1_000;
    private const int Large = 12_000;
    private const double MostSeconds = 10;
    private const double MostMegabytes = 1_000;
    private const double MostCostRatio = 1.3;
    private const double MostMilliseconds = 50;
    private const double OperationsOfANode = 3;

    /// <inheritdoc/>
    public string Name => "figures";

    /// <inheritdoc/>
    public string Summary => "Fold the figures of 12,000 bodies, and those that one report changes";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny)
    {
        if (!cases("figures-all") && !cases("figures-changed"))
        {
            yield break;
        }
        var (few, many) = isTiny ? (20, 130) : (Small, Large);
        var small = await FigureProcess.RunAsync(few);
        var large = await FigureProcess.RunAsync(many);
        if (cases("figures-all"))
        {
            yield return new Measurement("figures-all", "memory", large.Seconds)
            {
                Items = large.Values,
                AllocatedBytes = large.AllocatedBytes,
                Figures = new()
                {
                    ["nodes"] = large.Nodes,
                    ["recordsMB"] = large.RecordBytes / 1e6,
                    ["largestRecordKB"] = large.LargestRecordBytes / 1e3,
                },
                Limits =
                [
                    new Limit("s", large.Seconds, MostSeconds, IsBinding: false),
                    new Limit("MB", large.PeakBytes / 1e6, MostMegabytes, IsBinding: true),
                    new Limit(
                        $"x a body of {few}",
                        large.ProcessorSeconds / many / (small.ProcessorSeconds / few),
                        MostCostRatio,
                        IsBinding: true
                    ),
                ],
            };
        }
        if (cases("figures-changed"))
        {
            yield return new Measurement(
                "figures-changed",
                "memory",
                large.ChangedMilliseconds / 1e3
            )
            {
                Figures = new()
                {
                    ["depth"] = large.Depth,
                    ["slowestMs"] = large.SlowestChangedMilliseconds,
                    ["readKB"] = large.ChangedReadBytes / 1e3,
                },
                Limits =
                [
                    new Limit("ms", large.ChangedMilliseconds, MostMilliseconds, IsBinding: false),
                    new Limit(
                        "operations",
                        large.ChangedOperations,
                        OperationsOfANode * large.Depth,
                        IsBinding: true
                    ),
                ],
            };
        }
    }
}
