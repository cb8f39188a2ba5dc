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
    private const double CallsOfANode = 10;

    /// <inheritdoc/>
    public string Name => "figures";

    /// <inheritdoc/>
    public string Summary => "Fold the figures of 12,000 bodies, and those that one report changes";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny)
    {
        var (few, many) = isTiny ? (20, 130) : (Small, Large);
        if (cases("figures-kept"))
        {
            yield return await KeptAsync(few, many);
        }
        if (!cases("figures-all") && !cases("figures-changed"))
        {
            yield break;
        }
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

    private static async Task<Measurement> KeptAsync(int few, int many)
    {
        var shape = await FigureProcess.ShapeAsync(CancellationToken.None);
        var small = await FigureKeeping.RunAsync(shape, few, CancellationToken.None);
        var large = await FigureKeeping.RunAsync(shape, many, CancellationToken.None);
        return new Measurement("figures-kept", "memory", large.Milliseconds / 1e3)
        {
            Figures = new() { ["depth"] = large.Depth, ["operations"] = large.Operations },
            Limits =
            [
                new Limit("ms", large.Milliseconds, MostMilliseconds, IsBinding: false),
                new Limit(
                    "operations",
                    large.Operations,
                    CallsOfANode * large.Depth,
                    IsBinding: true
                ),
                new Limit(
                    $"x operations a level of {few}",
                    large.Operations / large.Depth / (small.Operations / small.Depth),
                    MostCostRatio,
                    IsBinding: true
                ),
            ],
        };
    }
}
