using System.Text.Json;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Benchmarks.Receipts;

namespace ProgramReview.Benchmarks.Tests;

public sealed class ReceiptBenchmarkTests
{
    [Fact]
    public async Task Every_case_runs_at_a_tiny_size()
    {
        using var folder = new ScratchFolder();
        var file = folder.File("receipts.json");

        await ChildProcess.RunAsync("receipts", "--tiny", "--json", file);

        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal(
            [
                ("receipt-recording", "memory", 4),
                ("receipt-signing", "memory", 50),
                ("receipt-live", "azurite", 4),
            ],
            results
                .RootElement.EnumerateArray()
                .Select(result =>
                    (
                        result.GetProperty("case").GetString(),
                        result.GetProperty("store").GetString(),
                        result.GetProperty("items").GetInt32()
                    )
                )
        );
    }

    [Theory]
    [InlineData(50, 5)]
    [InlineData(95, 10)]
    [InlineData(90, 9)]
    public void A_percentile_is_a_value_that_was_measured(int percent, double expected) =>
        Assert.Equal(expected, Percentile.Of([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], percent));
}
