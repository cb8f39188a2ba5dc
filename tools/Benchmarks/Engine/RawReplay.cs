using System.Diagnostics;
using ProgramReview.Local.Engine.Stores;
using SQLitePCL;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>What the same rows in the same transactions cost with nothing around them: prepared statements on a fresh file, opened as the store opens its own.</summary>
internal static class RawReplay
{
    private static readonly string[] Statements =
    [
        "INSERT OR REPLACE INTO instance VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        "INSERT INTO history VALUES (?,?,?,?,?,?,?,?,?)",
        "INSERT INTO inbox VALUES (?,?,?,?,?,?,?,?)",
        "DELETE FROM inbox WHERE id = ?",
        "BEGIN IMMEDIATE",
        "COMMIT",
    ];

    /// <summary>The time for the rows of each transaction.</summary>
    public static TimeSpan Time(string path, IReadOnlyList<StoreBatch> batches) =>
        Run(path, [.. batches.Select(RowsOf)]);

    /// <summary>The time for so many transactions of one row of history.</summary>
    public static TimeSpan TimeSingleCommits(string path, int count)
    {
        var row = new Row(1, [1L, 11L, 638_000_000_000_000_000L, 1L, null, "1", null, null, null]);
        return Run(path, [.. Enumerable.Repeat<List<Row>>([row], count)]);
    }

    private static TimeSpan Run(string path, List<List<Row>> transactions)
    {
        using var connection = SqliteSchema.Open(path, SqliteSchema.Steps);
        var database = connection.Handle!;
        var statements = Statements.Select(sql => Prepare(database, sql)).ToArray();
        var watch = Stopwatch.StartNew();
        foreach (var rows in transactions)
        {
            Step(database, statements[4]);
            foreach (var (statement, values) in rows)
            {
                Bind(statements[statement], values);
                Step(database, statements[statement]);
            }

            Step(database, statements[5]);
        }

        watch.Stop();
        Array.ForEach(statements, statement => statement.Dispose());
        return watch.Elapsed;
    }

    private static List<Row> RowsOf(StoreBatch batch)
    {
        var rows = new List<Row>();
        foreach (var row in batch.Rows.Values.OfType<InstanceRow>())
        {
            rows.Add(new(0, ValuesOf(row)));
        }

        foreach (var commit in batch.Commits)
        {
            foreach (var item in commit.History)
            {
                rows.Add(
                    new(
                        1,
                        [
                            commit.Execution,
                            .. ValuesOf(item),
                            item.InstanceId,
                            item.Version,
                            item.Tags,
                        ]
                    )
                );
            }
        }

        foreach (var message in batch.Sent)
        {
            rows.Add(
                new(
                    2,
                    [
                        message.StoredId,
                        message.InstanceId,
                        message.Execution,
                        .. ValuesOf(message.Event),
                    ]
                )
            );
        }

        rows.AddRange(batch.Consumed.Select(id => new Row(3, [id])));
        return rows;
    }

    private static object?[] ValuesOf(HistoryEvent item) =>
        [(long)item.Kind, item.At, (long)item.TaskId, item.Name, item.Data];

    private static object?[] ValuesOf(InstanceRow row) =>
        [
            row.Id,
            row.Execution,
            row.Name,
            row.Version,
            (long)row.Status,
            row.CreatedAt.UtcTicks,
            row.UpdatedAt.UtcTicks,
            row.StartAt?.UtcTicks,
            row.Input,
            row.Output,
            row.CustomStatus,
            row.Failure,
            row.Tags,
            row.Parent?.InstanceId,
            row.Parent?.Name,
            row.Parent?.Execution,
            (long?)row.Parent?.TaskId,
        ];

    private static sqlite3_stmt Prepare(sqlite3 database, string sql)
    {
        Check(database, raw.sqlite3_prepare_v2(database, sql, out var statement), raw.SQLITE_OK);
        return statement;
    }

    private static void Bind(sqlite3_stmt statement, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _ = values[i] switch
            {
                long number => raw.sqlite3_bind_int64(statement, i + 1, number),
                string text => raw.sqlite3_bind_text(statement, i + 1, text),
                _ => raw.sqlite3_bind_null(statement, i + 1),
            };
        }
    }

    private static void Step(sqlite3 database, sqlite3_stmt statement)
    {
        Check(database, raw.sqlite3_step(statement), raw.SQLITE_DONE);
        raw.sqlite3_reset(statement);
    }

    private static void Check(sqlite3 database, int code, int wanted)
    {
        if (code != wanted)
        {
            throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
        }
    }

    private sealed record Row(int Statement, object?[] Values);
}
