using System.Text.Json;
using Microsoft.Data.Sqlite;
using ProgramReview.Benchmarks.Engine;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Local.Engine;

namespace ProgramReview.Benchmarks.Tests;

public sealed class EngineBenchmarkTests
{
    [Fact]
    public async Task Every_case_runs_at_a_tiny_size_and_leaves_what_was_promised()
    {
        using var folder = new ScratchFolder();
        var file = folder.File("engine.json");

        await ChildProcess.RunAsync("engine", "--tiny", "--json", file);

        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        var found = results.RootElement.EnumerateArray().ToList();
        Assert.Equal(
            [
                ("fan-out-20", "sqlite"),
                ("fan-out-20", "memory"),
                ("fan-out-200", "sqlite"),
                ("fan-out-200", "memory"),
                ("orchestrations-20", "sqlite"),
                ("orchestrations-20", "memory"),
                ("sequential-20", "sqlite"),
                ("sequential-20", "memory"),
                ("waiting-100", "sqlite"),
                ("virtual-clock-10x60", "memory"),
            ],
            found.Select(result => (Text(result, "case"), Text(result, "store")))
        );
        Assert.All(found, result => Assert.True(Number(result, "seconds") > 0));
        Assert.All(found, result => Assert.True(Number(result, "rate") > 0));
        Assert.All(found, result => Assert.True(Number(result, "microsecondsPerItem") > 0));
        Assert.All(found, result => Assert.True(Number(result, "allocatedBytes") > 0));
        Assert.All(
            found.Where(result => result.TryGetProperty("ratioToRaw", out _)),
            result =>
            {
                Assert.Equal("sqlite", Text(result, "store"));
                Assert.True(Number(result, "ratioToRaw") > 0);
                Assert.True(Number(result, "ratioToMemory") > 0);
                Assert.True(Number(result, "transactions") > 0);
            }
        );
        Assert.Equal(4, found.Count(result => result.TryGetProperty("ratioToRaw", out _)));
    }

    [Fact]
    public async Task A_row_that_is_missing_or_there_twice_is_found_by_the_second_process()
    {
        using var folder = new ScratchFolder();
        var path = folder.File("engine.db");
        await WorkloadRun.OnAsync(new SqliteEngineStore(path), Workload.FanOut(5));

        await StoredRows.VerifyAsync(path, 5);

        await AssertRefusedAsync(path, 6);
        Change(path, "INSERT INTO history SELECT * FROM history WHERE kind = 11 AND task = 2");
        await AssertRefusedAsync(path, 5);
        Change(path, "DELETE FROM history WHERE kind = 11 AND task = 2");
        await AssertRefusedAsync(path, 5);
    }

    private static async Task AssertRefusedAsync(string path, int activities)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StoredRows.VerifyAsync(path, activities)
        );
        Assert.Contains("one scheduled and one completed row", refusal.Message);
    }

    private static void Change(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private static string Text(JsonElement result, string name) =>
        result.GetProperty(name).GetString()!;

    private static double Number(JsonElement result, string name) =>
        result.GetProperty(name).GetDouble();
}
