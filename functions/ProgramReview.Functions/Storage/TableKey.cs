namespace ProgramReview.Functions.Storage;

/// <summary>What may stand in a table's key; adapters in memory hold to the same.</summary>
public static class TableKey
{
    private const int MaxLength = 512;

    /// <summary>Gives the key back if a table takes it.</summary>
    /// <exception cref="ArgumentException">Empty, too long, or with a character tables refuse.</exception>
    public static string Checked(string key) =>
        key.Length is > 0 and <= MaxLength && !key.Any(IsForbidden)
            ? key
            : throw new ArgumentException($"'{key}' cannot be a table key.", nameof(key));

    private static bool IsForbidden(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '/' or '\\' or '#' or '?' or '%';
}
