using Microsoft.Data.Sqlite;

namespace ProgramReview.Local.Engine.Stores;

/// <summary>Writes commits, many in one transaction, by prepared statements.</summary>
internal sealed class SqliteWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _begin = new(connection, "BEGIN IMMEDIATE");
    private readonly SqliteStatement _end = new(connection, "COMMIT");
    private readonly SqliteStatement _undo = new(connection, "ROLLBACK");
    private readonly SqliteStatement _row = new(
        connection,
        "INSERT OR REPLACE INTO instance VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
    );
    private readonly SqliteStatement _removed = new(
        connection,
        "DELETE FROM instance WHERE id = ?"
    );
    private readonly SqliteStatement _history = new(
        connection,
        "INSERT INTO history VALUES (?,?,?,?,?,?,?,?,?)"
    );
    private readonly SqliteStatement _sent = new(
        connection,
        "INSERT INTO inbox VALUES (?,?,?,?,?,?,?,?)"
    );
    private readonly SqliteStatement _consumed = new(connection, "DELETE FROM inbox WHERE id = ?");

    public void Write(StoreBatch batch)
    {
        _begin.Run();
        try
        {
            foreach (var (id, row) in batch.Rows)
            {
                WriteRow(id, row);
            }

            foreach (var commit in batch.Commits)
            {
                foreach (var item in commit.History)
                {
                    Bind(_history.Bind(commit.Execution), item)
                        .Bind(item.InstanceId)
                        .Bind(item.Version)
                        .Bind(item.Tags)
                        .Run();
                }
            }

            foreach (var id in batch.Consumed)
            {
                _consumed.Bind(id).Run();
            }

            foreach (var (id, instance, execution, item) in batch.Sent)
            {
                Bind(_sent.Bind(id).Bind(instance).Bind(execution), item).Run();
            }

            _end.Run();
        }
        catch
        {
            _undo.TryRun();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (
            var statement in (SqliteStatement[])
                [_begin, _end, _undo, _row, _removed, _history, _sent, _consumed]
        )
        {
            statement.Dispose();
        }
    }

    private void WriteRow(string id, InstanceRow? row)
    {
        if (row is null)
        {
            _removed.Bind(id).Run();
            return;
        }

        _row.Bind(id)
            .Bind(row.Execution)
            .Bind(row.Name)
            .Bind(row.Version)
            .Bind((int)row.Status)
            .Bind(row.CreatedAt.UtcTicks)
            .Bind(row.UpdatedAt.UtcTicks)
            .Bind(row.StartAt?.UtcTicks)
            .Bind(row.Input)
            .Bind(row.Output)
            .Bind(row.CustomStatus)
            .Bind(row.Failure)
            .Bind(row.Tags)
            .Bind(row.Parent?.InstanceId)
            .Bind(row.Parent?.Name)
            .Bind(row.Parent?.Execution)
            .Bind(row.Parent?.TaskId)
            .Run();
    }

    private static SqliteStatement Bind(SqliteStatement statement, HistoryEvent item) =>
        statement
            .Bind((int)item.Kind)
            .Bind(item.At)
            .Bind(item.TaskId)
            .Bind(item.Name)
            .Bind(item.Data);
}
