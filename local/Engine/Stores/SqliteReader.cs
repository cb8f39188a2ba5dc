using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Engine.Stores;

/// <summary>Reads what an engine begins with.</summary>
internal sealed class SqliteReader(SqliteConnection connection)
{
    public StoreContents Load()
    {
        var rows = Read("SELECT * FROM instance", ReadRow);
        var histories = rows.Where(row => row.IsLive)
            .ToDictionary(row => row.Execution, _ => new List<HistoryEvent>());
        foreach (
            var (execution, item) in Read(
                "SELECT * FROM history ORDER BY rowid",
                r => (r.GetInt64(0), ReadEvent(r, 1))
            )
        )
        {
            if (histories.TryGetValue(execution, out var history))
            {
                history.Add(item);
            }
        }

        var inbox = Read(
            "SELECT * FROM inbox ORDER BY id",
            r => new InboxMessage(r.GetInt64(0), r.GetString(1), r.GetInt64(2), ReadEvent(r, 3))
        );
        return new(rows, histories, inbox);
    }

    public List<HistoryEvent> ReadHistory(long execution) =>
        Read(
            string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT * FROM history WHERE execution = {execution} ORDER BY rowid"
            ),
            r => ReadEvent(r, 1)
        );

    private static HistoryEvent ReadEvent(SqliteDataReader reader, int first) =>
        new(
            (EventKind)reader.GetInt32(first),
            reader.GetInt64(first + 1),
            reader.GetInt32(first + 2),
            Text(reader, first + 3),
            Text(reader, first + 4),
            Text(reader, first + 5)
        );

    private static InstanceRow ReadRow(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetInt64(1), reader.GetString(2), Time(reader, 5)!.Value)
        {
            Version = reader.GetString(3),
            Status = (OrchestrationRuntimeStatus)reader.GetInt32(4),
            UpdatedAt = Time(reader, 6)!.Value,
            StartAt = Time(reader, 7),
            Input = Text(reader, 8),
            Output = Text(reader, 9),
            CustomStatus = Text(reader, 10),
            Failure = Text(reader, 11),
            Tags = Text(reader, 12),
            Parent = reader.IsDBNull(13)
                ? null
                : new(
                    reader.GetString(13),
                    reader.GetString(14),
                    reader.GetInt64(15),
                    reader.GetInt32(16)
                ),
        };

    private static string? Text(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset? Time(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : new(reader.GetInt64(column), TimeSpan.Zero);

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants and numbers only.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var found = new List<T>();
        while (reader.Read())
        {
            found.Add(read(reader));
        }

        return found;
    }
}
