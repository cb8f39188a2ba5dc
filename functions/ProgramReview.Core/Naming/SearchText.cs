using System.Text;

namespace ProgramReview.Core.Naming;

/// <summary>Text as people search it: without accents and case, so that <c>hoa</c> finds <c>Hòa</c> and <c>Đa</c> is found by <c>da</c>.</summary>
public static class SearchText
{
    /// <summary>The text to search in or to search for; what is found in one folded text by another is a hit.</summary>
    /// <param name="text">A text of any script; only the accents of Latin letters are folded, since other scripts write vowels as marks.</param>
    public static string Fold(string text) =>
        string.Concat(
                HumanText
                    .Clean(text)
                    .Normalize(NormalizationForm.FormD)
                    .Where(c => c is not (>= '\u0300' and <= '\u036F'))
            )
            .Normalize(NormalizationForm.FormC)
            .ToLowerInvariant()
            .Replace('đ', 'd');

    /// <summary>The words of a search as somebody typed it, folded; of nothing typed there are none.</summary>
    public static IReadOnlyList<string> WordsOf(string wanted) =>
        Fold(wanted).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether every word stands somewhere in a text, in any order; without words everything is found.</summary>
    /// <param name="folded">What <see cref="Fold"/> made of the text.</param>
    /// <param name="words">What <see cref="WordsOf"/> made of the search.</param>
    public static bool Holds(string folded, IReadOnlyList<string> words) =>
        words.All(word => folded.Contains(word, StringComparison.Ordinal));
}
