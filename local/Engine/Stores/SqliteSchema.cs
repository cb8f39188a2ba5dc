using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ProgramReview.Local.Engine.Stores;

/// <summary>The tables of the store, how its file is opened, and how an older one is brought up to date.</summary>
internal static class SqliteSchema
{
    /// <summary>
    /// Each takes the tables one version further; the first makes them. What stands here has been stored somewhere: add a step, never change one.
    /// </summary>
    public static readonly IReadOnlyList<string> Steps =
    [
        // Append-only tables keyed by rowid: a clustered key costs ten times as much under group commit.
        """
            CREATE TABLE instance (
                id TEXT PRIMARY KEY, execution INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL,
                status INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, start_at INTEGER,
                input TEXT, output TEXT, custom_status TEXT, failure TEXT, tags TEXT,
                parent_id TEXT, parent_name TEXT, parent_execution INTEGER, parent_task INTEGER);
            CREATE TABLE history (
                execution INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, task INTEGER NOT NULL,
                name TEXT, data TEXT, instance TEXT, version TEXT, tags TEXT);
            CREATE TABLE inbox (
                id INTEGER PRIMARY KEY, instance TEXT NOT NULL, execution INTEGER,
                kind INTEGER NOT NULL, at INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT, data TEXT);
            CREATE TABLE schema (version INTEGER NOT NULL);
            INSERT INTO schema VALUES (1);
            """,
    ];

    /// <summary>Opens a file for this process alone, makes or updates its tables, and tidies up.</summary>
    public static SqliteConnection Open(string path, IReadOnlyList<string> steps) =>
        SqliteErrors.Explained(path, () => OpenPlainly(path, steps));

    private static SqliteConnection OpenPlainly(string path, IReadOnlyList<string> steps)
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

            // Before anything is written: a file that is not ours stays as it is.
            var version = FindVersion(connection, path, steps.Count);
            CheckPages(connection, path);
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, "PRAGMA synchronous = FULL");
            Run(connection, "BEGIN IMMEDIATE");
            Update(connection, version, steps);
            RemoveLeftovers(connection);
            Run(connection, "COMMIT");

            // A killed process may have left commits that are written and not synced: they become durable before anything follows from them.
            Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The version of the tables; 0 for a file that is new.</summary>
    private static long FindVersion(SqliteConnection connection, string path, int known)
    {
        if (Ask(connection, "SELECT count(*) FROM sqlite_master") == 0)
        {
            return 0;
        }

        if (Ask(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'schema'") == 0)
        {
            throw new EngineStoreException(
                $"The file '{path}' holds something else than a store of this program. Use another file."
            );
        }

        var found = Ask(connection, "SELECT max(version) FROM schema");
        return found <= known
            ? found
            : throw new EngineStoreException(
                $"The store '{path}' was written by a newer program (schema {found}; this one knows {known}). Update the program or use another store."
            );
    }

    /// <summary>Reading alone does not notice every page that was lost; going on with holes would do harm.</summary>
    private static void CheckPages(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (command.ExecuteScalar() is string found and not "ok")
        {
            throw SqliteErrors.Damaged(path, found);
        }
    }

    private static void Update(
        SqliteConnection connection,
        long version,
        IReadOnlyList<string> steps
    )
    {
        for (; version < steps.Count; version++)
        {
            Run(connection, steps[(int)version]);
            Run(
                connection,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"UPDATE schema SET version = {version + 1}"
                )
            );
        }
    }

    /// <summary>What purged, replaced and earlier generations left behind.</summary>
    private static void RemoveLeftovers(SqliteConnection connection) =>
        Run(
            connection,
            "DELETE FROM history WHERE execution NOT IN (SELECT execution FROM instance)"
        );

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants and numbers get here.
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
