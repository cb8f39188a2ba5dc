using System.Globalization;
using System.Text;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Checking.Text;

/// <summary>
/// Text made fit to be compared: the same words typed by another keyboard, in other letters or with another space are the same. Unlike a
/// search, it keeps every accent, since in Vietnamese they make other words.
/// </summary>
internal static class Folding
{
    // Headings, names of rows and hints of forms are the same in thousands of files, and in each are asked for many times.
    private const int MostKnown = 8_192;
    private const int LongestKnown = 256;

    private static readonly BoundedMemo<string, IReadOnlyList<string>> Known = new(
        MostKnown,
        Split
    );

    /// <summary>In capitals, each tone mark at the end of its syllable (<c>hòa</c> is <c>hoà</c>), every run of space one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var tones = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (IsTone(c))
            {
                tones.Append(c);
                continue;
            }
            if (!IsLetterOrMark(c))
            {
                Flush();
            }
            if (!char.IsWhiteSpace(c))
            {
                folded.Append(char.ToUpperInvariant(c));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }
        Flush();
        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);

        void Flush()
        {
            folded.Append(tones);
            tones.Clear();
        }
    }

    /// <summary>The words of a text, folded, without punctuation; digits of every script as 0 to 9.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        text.Length <= LongestKnown ? Known.Of(text) : Split(text);

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in HumanText.WithPlainDigits(Fold(text)))
        {
            if (IsLetterOrMark(c) || char.IsDigit(c) || c == '%')
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }
        return words;
    }

    /// <summary>The words with one space between them: equal for texts that say the same.</summary>
    public static string Key(string text) => string.Join(' ', Words(text));

    // Grave, acute, tilde, hook above, dot below.
    private static bool IsTone(char c) =>
        c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';

    private static bool IsLetterOrMark(char c) =>
        char.IsLetter(c)
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
}
