using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Audit;

/// <summary>How fast the record is written, and how fast and with how much memory a whole cycle is verified.</summary>
internal sealed class AuditBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "audit";

    /// <inheritdoc/>
    public string Summary => "writing the record in memory and on Azurite, and verifying a cycle";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny)
    {
        if (cases(WriteCase.Name))
        {
            yield return await WriteCase.InMemoryAsync(isTiny ? 10 : 4_000);
            yield return await WriteCase.OnAzuriteAsync(isTiny ? 2 : 100);
        }

        var verify = isTiny ? new VerifyCase(20, 2) : new VerifyCase(12_000, 60);
        if (cases(verify.Name))
        {
            yield return await verify.MeasureAsync();
        }
    }
}
