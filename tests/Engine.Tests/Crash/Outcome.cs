using Microsoft.Data.Sqlite;

namespace ProgramReview.Crash.Tests;

/// <summary>What is in a store when all is done, read past the engine.</summary>
internal static class Outcome
{
    private const int Numbers = 100;

    /// <summary>Every instance with its status and result.</summary>
    public static List<string> Results(World world) =>
        Read(
            world,
            "SELECT id || ' ' || status || ' ' || coalesce(output, '-') FROM instance ORDER BY id"
        );

    /// <summary>What has been done outside, each thing once.</summary>
    public static List<string> Done(World world) =>
        [
            .. world
                .Effects.Where(line => line.StartsWith("run ", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Holds a world that was disturbed against one that was not.</summary>
    public static void Check(World world, World undisturbed, string story)
    {
        Same(Results(undisturbed), Results(world), story);
        Same(Done(undisturbed), Done(world), story);
        Same([], Read(world, "SELECT 'orphan ' || instance FROM inbox"), story);

        // Each call of an activity, a child or a timer was made once and has one answer; of earlier generations the end is not kept.
        Same(
            [],
            Read(
                world,
                """
                SELECT execution || ' #' || task || ': ' || sum(kind IN (10, 20, 30)) || ' calls, ' || sum(kind IN (11, 12, 21, 22, 31, 32)) || ' answers'
                FROM history JOIN instance USING (execution) WHERE task >= 0 AND kind IN (10, 11, 12, 20, 21, 22, 30, 31, 32)
                GROUP BY execution, task
                HAVING sum(kind IN (10, 20, 30)) <> 1 OR sum(kind IN (11, 12, 21, 22, 31, 32)) <> 1
                """
            ),
            story
        );
        CheckRuns(world, story);
        CheckConfirmed(world, story);
    }

    /// <summary>Again only because of a death: in each life at most once, and once more where the first try fails.</summary>
    private static void CheckRuns(World world, string story)
    {
        var often = world
            .Effects.Where(line => line.StartsWith("run ", StringComparison.Ordinal))
            .CountBy(line => line)
            .Where(run =>
                run.Value
                > world.Lives
                    + (run.Key.StartsWith("run retries/", StringComparison.Ordinal) ? 1 : 0)
            )
            .Select(run => $"{run.Key}: {run.Value} times in {world.Lives} lives");
        Same([], [.. often], story);
    }

    /// <summary>What a client was told is so; what it had to repeat may be there as often as it was said, not more.</summary>
    private static void CheckConfirmed(World world, string story)
    {
        var said = world.Effects.CountBy(line => line).ToDictionary();
        var heard = Read(
                world,
                """
                SELECT h.data FROM history h JOIN instance i ON i.execution = h.execution
                WHERE i.id = 'collector' AND h.kind = 41
                """
            )
            .CountBy(data => data)
            .ToDictionary();
        var wrong = Enumerable
            .Range(0, Numbers)
            .Where(i =>
                heard.GetValueOrDefault($"{i}") < 1
                || heard.GetValueOrDefault($"{i}") > said.GetValueOrDefault($"raising {i}")
            )
            .Select(i => $"number {i} was heard {heard.GetValueOrDefault($"{i}")} times");
        Same([], [.. wrong], story);
    }

    private static void Same(List<string> expected, List<string> actual, string story)
    {
        var missing = expected.Except(actual).Take(5).ToList();
        var unexpected = actual.Except(expected).Take(5).ToList();
        Assert.True(
            expected.SequenceEqual(actual),
            $"Missing: {string.Join(", ", missing)}. Not expected: {string.Join(", ", unexpected)}. After: {story}"
        );
    }

    private static List<string> Read(World world, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={world.StorePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
