using System.Runtime.InteropServices;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Counts the letters that are set in each font.</summary>
internal sealed class FontTally
{
    private const int Most = 100;
    private const int MostLetters = 100;
    private readonly Dictionary<string, int> letters = [];

    /// <summary>More letters of a font.</summary>
    public void Add(string? font, int count)
    {
        if (!string.IsNullOrEmpty(font) && count > 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(letters, font, out _) += count;
        }
    }

    /// <summary>Those of another tally.</summary>
    public void Add(FontTally other)
    {
        foreach (var (font, count) in other.letters)
        {
            Add(font, count);
        }
    }

    /// <summary>The font of most letters, or null.</summary>
    public string? Main => letters.Count == 0 ? null : Cut(letters.MaxBy(font => font.Value).Key);

    /// <summary>All fonts, the most used first.</summary>
    public IReadOnlyList<FontUse> Uses =>
        [
            .. letters
                .OrderByDescending(font => font.Value)
                .ThenBy(font => font.Key, StringComparer.Ordinal)
                .Take(Most)
                .Select(font => new FontUse(Cut(font.Key), font.Value)),
        ];

    private static string Cut(string font) => font[..Math.Min(font.Length, MostLetters)];
}
