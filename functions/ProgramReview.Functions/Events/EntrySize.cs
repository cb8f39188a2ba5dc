using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Events;

/// <summary>How large an entry may be: a table row holds 1 MiB, in which text counts two bytes a character.</summary>
public static class EntrySize
{
    /// <summary>The limit, with room for the names of the row's properties.</summary>
    public const int MaxBytes = 900 * 1024;

    /// <summary>The bytes an entry's texts take in a row.</summary>
    public static long Of(Entry entry) =>
        sizeof(char)
        * (
            (long)entry.Stream.Value.Length
            + entry.Key.Length
            + entry.Body.Length
            + entry.PreviousHash.Length
            + entry.Hash.Length
        );

    /// <summary>Refuses an entry that is too large.</summary>
    /// <exception cref="ArgumentException">It exceeds <see cref="MaxBytes"/>.</exception>
    public static void Check(Entry entry)
    {
        if (Of(entry) > MaxBytes)
        {
            throw new ArgumentException(
                $"Entry {entry.Sequence} of {entry.Stream} takes {Of(entry)} bytes, more than {MaxBytes}.",
                nameof(entry)
            );
        }
    }
}
