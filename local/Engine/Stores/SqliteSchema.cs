using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ProgramReview.Local.Engine.Stores;

/// <summary>The tables of the store, and how its file is opened.</summary>
internal static class SqliteSchema
{
    private const int Version = 1;

    // Append-only tables keyed by rowid: a clustered key costs ten times as much under group commit.
    private const string Tables = """
        CREATE TABLE instance (
            id TEXT PRIMARY KEY, execution INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL,
            status INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, start_at INTEGER,
            input TEXT, output TEXT, custom_status TEXT, failure TEXT, tags TEXT,
            parent_id TEXT, parent_name TEXT, parent_execution INTEGER, parent_task INTEGER);
        CREATE TABLE history (
            execution INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, task INTEGER NOT NULL,
            name TEXT, data TEXT, target TEXT);
        CREATE TABLE inbox (
            id INTEGER PRIMARY KEY, instance TEXT NOT NULL, execution INTEGER NOT NULL,
            kind INTEGER NOT NULL, at INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT, data TEXT, target TEXT);
        CREATE TABLE schema (version INTEGER NOT NULL);
        INSERT INTO schema VALUES (1);
        """;

    public static SqliteConnection Open(string path)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
            DefaultTimeout = 1,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            Run(connection, "PRAGMA busy_timeout = 0");
            Run(connection, "PRAGMA locking_mode = EXCLUSIVE");
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, "PRAGMA synchronous = FULL");
            Run(connection, "BEGIN IMMEDIATE");
            Check(connection, path);
            Run(connection, "COMMIT");
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new InvalidOperationException(Explain(exception, path), exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Check(SqliteConnection connection, string path)
    {
        var isNew =
            Ask(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'schema'") == 0;
        if (isNew)
        {
            Run(connection, Tables);
            return;
        }

        var found = Ask(connection, "SELECT max(version) FROM schema");
        if (found > Version)
        {
            throw new InvalidOperationException(
                $"The store '{path}' was written by a newer program (schema {found}; this one knows {Version}). Update the program or use another store."
            );
        }

        // What purged, replaced and earlier generations left behind.
        Run(
            connection,
            "DELETE FROM history WHERE execution NOT IN (SELECT execution FROM instance)"
        );
    }

    private static string Explain(SqliteException exception, string path) =>
        exception.SqliteErrorCode switch
        {
            5 or 6 => $"The store '{path}' is in use by another process. Stop that one first.",
            11 or 26 =>
                $"The store '{path}' is damaged or not a store of this program: {exception.Message}",
            13 => $"There is no room on the disk of the store '{path}'.",
            14 =>
                $"The store '{path}' cannot be opened: does the folder exist, and may this user write there?",
            8 => $"The store '{path}' cannot be written to.",
            _ => $"The store '{path}' cannot be used: {exception.Message}",
        };

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this class get here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this class get here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
