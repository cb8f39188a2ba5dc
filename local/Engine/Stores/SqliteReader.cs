using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Engine.Stores;

/// <summary>Reads what an engine begins with.</summary>
internal sealed class SqliteReader(SqliteConnection connection)
{
    private readonly Dictionary<string, string> _names = [];

    public StoreContents Load()
    {
        var rows = Rows("SELECT * FROM instance").Select(ReadRow).ToList();
        var histories = rows.Where(row => row.IsLive)
            .ToDictionary(row => row.Execution, _ => new List<HistoryEvent>());
        foreach (var row in Rows("SELECT * FROM history ORDER BY rowid"))
        {
            if (histories.TryGetValue(row.Number(0), out var history))
            {
                history.Add(ReadLine(row));
            }
        }

        var inbox = Rows("SELECT * FROM inbox ORDER BY id")
            .Select(row => new InboxMessage(
                row.Number(0),
                row.Text(1)!,
                row.IsNull(2) ? null : row.Number(2),
                ReadMessage(row)
            ));
        return new(rows, histories, [.. inbox]);
    }

    public List<HistoryEvent> ReadHistory(long execution) =>
        [
            .. Rows("SELECT * FROM history WHERE execution = ? ORDER BY rowid", execution)
                .Select(ReadLine),
        ];

    private HistoryEvent ReadLine(SqliteStatement row) =>
        new(
            (EventKind)row.Number(1),
            row.Number(2),
            (int)row.Number(3),
            Name(row, 4),
            row.Text(5),
            row.Text(6),
            Name(row, 7),
            row.Text(8)
        );

    private HistoryEvent ReadMessage(SqliteStatement row) =>
        new((EventKind)row.Number(3), row.Number(4), (int)row.Number(5), Name(row, 6), row.Text(7));

    private InstanceRow ReadRow(SqliteStatement row) =>
        new(row.Text(0)!, row.Number(1), Name(row, 2)!, Time(row, 5)!.Value)
        {
            Version = Name(row, 3)!,
            Status = (OrchestrationRuntimeStatus)row.Number(4),
            UpdatedAt = Time(row, 6)!.Value,
            StartAt = Time(row, 7),
            Input = row.Text(8),
            Output = row.Text(9),
            CustomStatus = row.Text(10),
            Failure = row.Text(11),
            Tags = row.Text(12),
            Parent = row.IsNull(13)
                ? null
                : new(row.Text(13)!, Name(row, 14)!, row.Number(15), (int)row.Number(16)),
        };

    /// <summary>There are few names and many who bear them: each is held once.</summary>
    private string? Name(SqliteStatement row, int column)
    {
        if (row.Text(column) is not { } name)
        {
            return null;
        }

        if (!_names.TryGetValue(name, out var held))
        {
            _names.Add(name, held = name);
        }

        return held;
    }

    private static DateTimeOffset? Time(SqliteStatement row, int column) =>
        row.IsNull(column) ? null : new(row.Number(column), TimeSpan.Zero);

    /// <summary>The same statement again and again, each time at the next row.</summary>
    private IEnumerable<SqliteStatement> Rows(string sql, long? argument = null)
    {
        using var statement = new SqliteStatement(connection, sql);
        if (argument is not null)
        {
            statement.Bind(argument);
        }

        while (statement.Read())
        {
            yield return statement;
        }
    }
}
