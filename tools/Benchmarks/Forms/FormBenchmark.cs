using ProgramReview.Benchmarks.Harness;
using ProgramReview.Functions.Forms;

namespace ProgramReview.Benchmarks.Forms;

/// <summary>The forms of a large cycle, one after the other into a stream that keeps nothing; each kind in a process of its own.</summary>
internal sealed class FormBenchmark : IBenchmark
{
    private const int Small = 1_000;
    private const int Large = 12_000;
    private const double MostCostRatio = 1.3;
    private const double MostMemoryRatio = 1.3;
    private const double MostMilliseconds = 200;

    /// <inheritdoc/>
    public string Name => "forms";

    /// <inheritdoc/>
    public string Summary => "Make the forms of 12,000 bodies, without holding them";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny)
    {
        var (few, many) = isTiny ? (2, 3) : (Small, Large);
        foreach (var kind in Enum.GetValues<FormKind>())
        {
            var name = $"form-{kind.ToString().ToLowerInvariant()}";
            if (!cases(name))
            {
                continue;
            }
            var small = await FormProcess.RunAsync(kind, few);
            var large = await FormProcess.RunAsync(kind, many);
            yield return new Measurement(name, "none", large.Seconds)
            {
                Items = large.Forms,
                AllocatedBytes = large.AllocatedBytes,
                Figures = new()
                {
                    ["bytesEach"] = large.Bytes / large.Forms,
                    ["slowestMs"] = large.SlowestMilliseconds,
                    ["peakMB"] = large.PeakBytes / 1e6,
                },
                Limits =
                [
                    new Limit(
                        $"x the memory of {few}",
                        (double)large.PeakBytes / small.PeakBytes,
                        MostMemoryRatio,
                        IsBinding: true
                    ),
                    new Limit(
                        $"x one of {few}",
                        large.ProcessorSeconds
                            / large.Forms
                            / (small.ProcessorSeconds / small.Forms),
                        MostCostRatio,
                        IsBinding: true
                    ),
                    new Limit(
                        "ms each",
                        large.Seconds / large.Forms * 1000,
                        MostMilliseconds,
                        IsBinding: false
                    ),
                ],
            };
        }
    }
}
