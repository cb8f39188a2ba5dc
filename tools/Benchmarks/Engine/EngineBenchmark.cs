using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>How fast the durable engine is.</summary>
internal sealed class EngineBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "engine";

    /// <inheritdoc/>
    public string Summary => "the durable engine, against the raw cost of what it stores";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny)
    {
        if (!isTiny)
        {
            await WarmUpAsync();
        }

        foreach (var durable in Cases(isTiny).Where(durable => cases(durable.Workload.Name)))
        {
            foreach (var result in await durable.MeasureAsync())
            {
                yield return result;
            }
        }

        var waiting = isTiny ? new WaitingCase(100, 10) : new WaitingCase(100_000, 1_000);
        if (cases(waiting.Name))
        {
            yield return await waiting.MeasureAsync();
        }

        var sleeping = new VirtualClockCase(isTiny ? 10 : 1_000);
        if (cases(sleeping.Name))
        {
            yield return await sleeping.MeasureAsync();
        }
    }

    private static IEnumerable<DurableCase> Cases(bool isTiny) =>
        isTiny
            ?
            [
                new(Workload.FanOut(20), 1, 1),
                new(Workload.FanOut(200), 1, 1) { Small = Workload.FanOut(20) },
                new(Workload.Orchestrations(20), 1, 1),
                new(Workload.Sequential(20), 1, 1) { SingleCommits = 40 },
            ]
            :
            [
                new(Workload.FanOut(1_000), 9, 0.15),
                new(Workload.FanOut(5_000), 5, 0.6) { Small = Workload.FanOut(1_000) },
                new(Workload.FanOut(50_000), 3, 6) { Small = Workload.FanOut(1_000) },
                new(Workload.Orchestrations(500), 9, 0.2),
                new(Workload.Orchestrations(10_000), 3, 3),
                new(Workload.Sequential(1_000), 3, 1) { SingleCommits = 2_000 },
            ];

    /// <summary>What is measured is the engine, not the compiler.</summary>
    private static async Task WarmUpAsync()
    {
        for (var i = 0; i < 10; i++)
        {
            await new DurableCase(Workload.FanOut(1_000), 1, 0).MeasureAsync();
        }
    }
}
