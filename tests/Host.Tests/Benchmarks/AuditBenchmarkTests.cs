using System.Text.Json;
using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Tests;

public sealed class AuditBenchmarkTests
{
    [Fact]
    public async Task Every_case_runs_at_a_tiny_size()
    {
        using var folder = new ScratchFolder();
        var file = folder.File("audit.json");

        await ChildProcess.RunAsync("audit", "--tiny", "--json", file);

        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal(
            [
                ("audit-writes", "memory", 100),
                ("audit-writes", "azurite", 20),
                ("audit-verify-20", "file", 243),
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
}
