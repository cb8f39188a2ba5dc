using System.Text.Json;
using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Tests;

public sealed class PagesBenchmarkTests
{
    [Fact]
    public async Task Every_case_runs_at_a_tiny_size()
    {
        using var folder = new ScratchFolder();
        var file = folder.File("pages.json");

        await ChildProcess.RunAsync("pages", "--tiny", "--json", file);

        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal(
            [
                "index-36",
                "status-36",
                "status-changed-36",
                "compile-36",
                "dossier-36",
                "dossier-html-36",
                "dossier-docx-36",
                "dossier-xlsx-36",
                "dossier-pdf-36",
                "requests-out-3",
            ],
            results
                .RootElement.EnumerateArray()
                .Select(result => result.GetProperty("case").GetString())
        );
    }
}
