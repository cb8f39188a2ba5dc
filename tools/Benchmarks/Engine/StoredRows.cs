using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>A second process reads a store back: what the engine said to have done must stand in the file, once.</summary>
internal static class StoredRows
{
    private const string Name = "stored-rows";

    /// <summary>What the second process runs.</summary>
    public static Command Command
    {
        get
        {
            var path = new Argument<string>("store");
            var activities = new Argument<int>("activities");
            var command = new Command(Name) { path, activities };
            command.SetAction(parsed =>
                Count(parsed.GetRequiredValue(path), parsed.GetRequiredValue(activities))
            );
            return command;
        }
    }

    /// <summary>Throws unless the store holds one scheduled and one completed row of each activity.</summary>
    public static Task VerifyAsync(string path, int activities) =>
        ChildProcess.RunAsync(Name, path, activities.ToString(CultureInfo.InvariantCulture));

    private static int Count(string path, int activities)
    {
        using var connection = new SqliteConnection(
            $"Data Source={path};Mode=ReadOnly;Pooling=false"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT count(*), coalesce(min(scheduled), 0), coalesce(max(scheduled), 0), coalesce(min(completed), 0), coalesce(max(completed), 0)
            FROM (
                SELECT sum(kind = $scheduled) AS scheduled, sum(kind = $completed) AS completed
                FROM history WHERE kind IN ($scheduled, $completed) GROUP BY execution, task)
            """;
        command.Parameters.AddWithValue("$scheduled", (int)EventKind.ActivityScheduled);
        command.Parameters.AddWithValue("$completed", (int)EventKind.ActivityCompleted);
        using var reader = command.ExecuteReader();
        reader.Read();
        var found = Enumerable.Range(0, 5).Select(reader.GetInt32).ToArray();
        if (found.SequenceEqual([activities, 1, 1, 1, 1]))
        {
            return 0;
        }

        Console.Error.WriteLine(
            $"{path} was to hold one scheduled and one completed row for each of {activities} activities. "
                + $"It has {found[0]} activities, with {found[1]} to {found[2]} scheduled and {found[3]} to {found[4]} completed rows each."
        );
        return 1;
    }
}
