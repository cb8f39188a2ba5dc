using System.Text;
using System.Text.RegularExpressions;

namespace ProgramReview.Core.Checking.Text;

/// <summary>Whether a word could be a Vietnamese syllable, by its spelling alone.</summary>
internal static partial class Syllable
{
    /// <summary>Whether consonants, vowels and at most one tone stand as they may.</summary>
    public static bool IsWellFormed(string word)
    {
        var tones = 0;
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
            {
                tones++;
            }
            else
            {
                plain.Append(c);
            }
        }
        return tones <= 1
            && Spelling.IsMatch(
                plain.ToString().Normalize(NormalizationForm.FormC).ToLowerInvariant()
            );
    }

    [GeneratedRegex(
        "^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh|n|ph|qu|r|s|th|tr|t|v|x)?"
            + "(?:iê|yê|ia|ya|uô|ua|ươ|ưa|uyê|uya|uy|uê|uơ|uâ|oa|oă|oe|oo|ai|ao|au|ay|âu|ây|eo|êu|iu|iêu|yêu|"
            + "oi|ôi|ơi|ui|ưi|ưu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uêu|uyu|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
            + "(?:ch|c|m|ng|nh|n|p|t)?$"
    )]
    private static partial Regex Spelling { get; }
}
