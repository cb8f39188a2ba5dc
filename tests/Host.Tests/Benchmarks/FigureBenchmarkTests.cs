using System.Text.Json;
using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Tests;

public sealed class FigureBenchmarkTests
{
    [Fact]
    public async Task Every_case_runs_at_a_tiny_size()
    {
        using var folder = new ScratchFolder();
        var file = folder.File("figures.json");

        await ChildProcess.RunAsync("figures", "--tiny", "--json", file);

        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal(
            ["figures-kept", "figures-all", "figures-changed"],
            results
                .RootElement.EnumerateArray()
                .Select(result => result.GetProperty("case").GetString())
        );
    }
}
