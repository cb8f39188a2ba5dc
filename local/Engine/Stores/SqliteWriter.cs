using Microsoft.Data.Sqlite;

namespace ProgramReview.Local.Engine.Stores;

/// <summary>Writes commits, many in one transaction, by prepared statements.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _undo;
    private readonly Statement _row;
    private readonly Statement _removed;
    private readonly Statement _history;
    private readonly Statement _sent;
    private readonly Statement _consumed;

    public SqliteWriter(SqliteConnection connection)
    {
        _begin = new(connection, "BEGIN IMMEDIATE", 0);
        _end = new(connection, "COMMIT", 0);
        _undo = new(connection, "ROLLBACK", 0);
        _row = new(
            connection,
            "INSERT OR REPLACE INTO instance VALUES ($0,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16)",
            17
        );
        _removed = new(connection, "DELETE FROM instance WHERE id = $0", 1);
        _history = new(connection, "INSERT INTO history VALUES ($0,$1,$2,$3,$4,$5,$6)", 7);
        _sent = new(connection, "INSERT INTO inbox VALUES ($0,$1,$2,$3,$4,$5,$6,$7,$8)", 9);
        _consumed = new(connection, "DELETE FROM inbox WHERE id = $0", 1);
    }

    public void Write(StoreBatch batch)
    {
        _begin.Run();
        try
        {
            WriteRows(batch);
            foreach (var commit in batch.Commits)
            {
                foreach (var item in commit.History)
                {
                    _history.Run(
                        commit.Execution,
                        (int)item.Kind,
                        item.At,
                        item.TaskId,
                        item.Name,
                        item.Data,
                        item.Target
                    );
                }
            }

            WriteInbox(batch);
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
            var statement in (Statement[])
                [_begin, _end, _undo, _row, _removed, _history, _sent, _consumed]
        )
        {
            statement.Dispose();
        }
    }

    private void WriteRows(StoreBatch batch)
    {
        foreach (var (id, row) in batch.Rows)
        {
            if (row is null)
            {
                _removed.Run(id);
            }
            else
            {
                Write(row);
            }
        }
    }

    private void WriteInbox(StoreBatch batch)
    {
        foreach (var id in batch.Consumed)
        {
            _consumed.Run(id);
        }

        foreach (var (id, instance, execution, item) in batch.Sent)
        {
            _sent.Run(
                id,
                instance,
                execution,
                (int)item.Kind,
                item.At,
                item.TaskId,
                item.Name,
                item.Data,
                item.Target
            );
        }
    }

    private void Write(InstanceRow row) =>
        _row.Run(
            row.Id,
            row.Execution,
            row.Name,
            row.Version,
            (int)row.Status,
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
            row.Parent?.TaskId
        );

    private sealed class Statement : IDisposable
    {
        private readonly SqliteCommand _command;

        public Statement(SqliteConnection connection, string sql, int parameters)
        {
            _command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of the writer get here.
            _command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < parameters; i++)
            {
                _command.Parameters.Add(new SqliteParameter($"${i}", null));
            }
        }

        public void Run(params ReadOnlySpan<object?> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                _command.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            _command.ExecuteNonQuery();
        }

        /// <summary>For the way back: the first error is the one that matters.</summary>
        public void TryRun()
        {
            try
            {
                Run();
            }
            catch (SqliteException) { }
        }

        public void Dispose() => _command.Dispose();
    }
}
