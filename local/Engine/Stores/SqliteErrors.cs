using Microsoft.Data.Sqlite;

namespace ProgramReview.Local.Engine.Stores;

/// <summary>Says in words what is wrong with a store's file.</summary>
internal static class SqliteErrors
{
    /// <summary>Does something with the file of a store; what goes wrong is said in words.</summary>
    public static T Explained<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException exception)
        {
            throw Explain(exception, path);
        }
    }

    public static EngineStoreException Explain(SqliteException exception, string path) =>
        new(Words(exception, path), exception);

    public static EngineStoreException Damaged(string path, string what) =>
        new(DamagedWords(path, what));

    private static string DamagedWords(string path, string what) =>
        $"The store '{path}' is damaged or not a store of this program: {what.ReplaceLineEndings(" ").TrimEnd('.')}. Put a copy in its place or use another store.";

    private static string Words(SqliteException exception, string path) =>
        exception.SqliteErrorCode switch
        {
            5 or 6 => $"The store '{path}' is in use by another process. Stop that one first.",
            8 =>
                $"The store '{path}' cannot be written to: give this user the right to write the file and its folder.",
            10 =>
                $"The disk of the store '{path}' failed: {exception.Message} Mend it and start again; all that was stored is kept.",
            1 or 11 or 26 => DamagedWords(path, exception.Message),
            13 =>
                $"There is no room on the disk of the store '{path}'. Make room and start again; all that was stored is kept.",
            14 =>
                $"The store '{path}' cannot be opened: does the folder exist, and may this user write there?",
            _ => $"The store '{path}' cannot be used: {exception.Message}",
        };
}
