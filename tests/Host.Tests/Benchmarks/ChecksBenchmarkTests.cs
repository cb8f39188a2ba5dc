using System.Text.Json;
using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Tests;

public sealed class ChecksBenchmarkTests
{
    [Fact]
    public async Task Every_case_runs_at_a_tiny_size()
    {
        using var folder = new ScratchFolder();
        var file = folder.File("checks.json");

        // Two pages are read sooner than the clock of the processor ticks: no ratio holds.
        await ChildProcess.RunAsync("checks", "--tiny", "--json", file);

        using var results = JsonDocument.Parse(
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            ["read-docx", "read-pdf", "read-xlsx", "read-many", "checked-live", "simulated-cycles"],
            results
                .RootElement.EnumerateArray()
                .Select(result => result.GetProperty("case").GetString())
        );
    }
}
