using System.Text.Json;
using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Tests;

public sealed class FormBenchmarkTests
{
    [Fact]
    public async Task Every_case_runs_at_a_tiny_size()
    {
        using var folder = new ScratchFolder();
        var file = folder.File("forms.json");

        await ChildProcess.RunAsync("forms", "--tiny", "--json", file);

        using var results = JsonDocument.Parse(
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            [("form-outline", 3), ("form-annex", 3), ("form-all", 3)],
            results
                .RootElement.EnumerateArray()
                .Select(result =>
                    (result.GetProperty("case").GetString(), result.GetProperty("items").GetInt32())
                )
        );
    }
}
