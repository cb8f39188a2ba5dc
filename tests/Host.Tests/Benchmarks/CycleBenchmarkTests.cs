using System.Text.Json;
using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Tests;

public sealed class CycleBenchmarkTests
{
    [Fact]
    public async Task A_whole_cycle_runs_in_a_process_of_its_own_and_is_measured()
    {
        using var folder = new ScratchFolder();
        var file = folder.File("cycle.json");

        await ChildProcess.RunAsync("cycle", "--tiny", "--json", file);

        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        var hanoi = Assert.Single(results.RootElement.EnumerateArray());
        Assert.Equal("cycle-hanoi", hanoi.GetProperty("case").GetString());
        Assert.Equal(34, hanoi.GetProperty("items").GetInt32());
        Assert.True(hanoi.GetProperty("mails").GetInt32() > 100);
        Assert.True(hanoi.GetProperty("peak MB").GetDouble() > 0);
        Assert.True(hanoi.GetProperty("seconds").GetDouble() > 0);
    }
}
