using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ProgramReview.Local.Engine.Stores;

/// <summary>A prepared statement, bound and read by position. The commands and readers of ADO.NET cost several times as much for a row.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[256];
    private int _bound;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Binds the next value.</summary>
    public SqliteStatement Bind(long? value)
    {
        Check(
            value is { } number
                ? raw.sqlite3_bind_int64(_statement, ++_bound, number)
                : raw.sqlite3_bind_null(_statement, ++_bound)
        );
        return this;
    }

    /// <inheritdoc cref="Bind(long?)"/>
    public SqliteStatement Bind(string? value)
    {
        if (value is null)
        {
            return Bind((long?)null);
        }

        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_text.Length < longest)
        {
            _text = new byte[longest];
        }

        var length = Encoding.UTF8.GetBytes(value, _text);
        Check(raw.sqlite3_bind_text(_statement, ++_bound, _text.AsSpan(0, length)));
        return this;
    }

    /// <summary>Runs with what was bound, and is ready for the next row.</summary>
    public void Run()
    {
        _bound = 0;
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
    }

    /// <summary>For the way back: the first error is the one that matters.</summary>
    public void TryRun()
    {
        _ = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
    }

    /// <summary>Goes to the next row of a query, if there is one.</summary>
    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    public bool IsNull(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>The text of a column; null if it has none.</summary>
    public string? Text(int column) =>
        IsNull(column)
            ? null
            : Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
