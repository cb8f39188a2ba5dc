using System.Text.Json;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Benchmarks.Tests;

public sealed class CycleBenchmarkTests
{
    private const string Plan = "plans/hanoi-01-ctr-tu/plan.yaml";

    [Fact]
    public async Task A_whole_cycle_runs_in_a_process_of_its_own_and_is_measured()
    {
        using var folder = new ScratchFolder();
        var file = folder.File("cycle.json");

        await ChildProcess.RunAsync("cycle", "--tiny", "--json", file);

        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        var hanoi = Assert.Single(results.RootElement.EnumerateArray());
        Assert.Equal("cycle-hanoi", hanoi.GetProperty("case").GetString());
        var plan = PlanFile.Read(SourceTree.Read(Plan), Plan, start: null).Plan!;
        Assert.Equal(plan.Bodies.Count, hanoi.GetProperty("items").GetInt32());
        Assert.True(hanoi.GetProperty("mails").GetInt32() > plan.Bodies.Count);
        Assert.True(hanoi.GetProperty("peak MB").GetDouble() > 0);
        Assert.True(hanoi.GetProperty("seconds").GetDouble() > 0);
    }
}
