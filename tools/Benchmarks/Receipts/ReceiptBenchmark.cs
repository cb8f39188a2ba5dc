using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Receipts;

/// <summary>How soon after the last byte a sender can have the receipt, and how many receipts can be signed.</summary>
internal sealed class ReceiptBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "receipts";

    /// <inheritdoc/>
    public string Summary =>
        "signing receipts, recording uploads in memory, and uploads through the local host";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny)
    {
        if (cases(SigningCase.Signing) || cases(SigningCase.Recording))
        {
            var signing = isTiny ? new SigningCase(50, 2, 4) : new SigningCase(20_000, 200, 2_000);
            await foreach (var result in signing.MeasureAsync(cases))
            {
                yield return result;
            }
        }
        var live = isTiny ? new LiveCase(2, 4, Warm: 1) : new LiveCase(40, 200, Warm: 10);
        if (cases(LiveCase.Name))
        {
            yield return await live.MeasureAsync();
        }
    }
}
